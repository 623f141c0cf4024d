package dev.outreach.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.readmodel.PipelineStatus;
import dev.outreach.readmodel.PipelineStatusQuery;
import dev.outreach.readmodel.ReadModelMigration;
import dev.outreach.readmodel.Recount;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What every PostgreSQL we run on must do, whoever started it. */
abstract class PostgresContract {

  /** A database that belongs to this test. */
  abstract DataSource database();

  @Test
  void shouldMakeTheTablesOnceThoughTwoInstancesStartTogether()
      throws ExecutionException, InterruptedException {
    Callable<Boolean> migration =
        () -> {
          ReadModelMigration.migrate(database());
          return true;
        };
    try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
      for (Future<Boolean> done : instances.invokeAll(List.of(migration, migration))) {
        assertThat(done.get()).isTrue();
      }
    }

    PipelineStatus status = new PipelineStatusQuery(database()).of("default");
    assertThat(status).isNotNull();
    assertThat(new Recount(database()).run().agrees()).isTrue();
  }

  @Test
  void shouldDecodeItsLogForCapture() throws SQLException {
    try (Connection connection = database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet level = statement.executeQuery("SHOW wal_level")) {
      assertThat(level.next()).isTrue();
      assertThat(level.getString(1)).isEqualTo("logical");
    }
  }
}
