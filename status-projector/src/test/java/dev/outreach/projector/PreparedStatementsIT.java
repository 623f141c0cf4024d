package dev.outreach.projector;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.OutreachStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether batches go on with the statements that PostgreSQL has planned for those before. */
class PreparedStatementsIT extends OneProjector {

  private static final int CROWD = 150;

  /** The driver lets PostgreSQL keep a statement from its fifth use on. */
  private static final int BATCHES = 8;

  private HikariDataSource oneConnection;

  @BeforeEach
  void projectByOneConnection() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(postgres.dataSource());
    config.setMaximumPoolSize(4);
    oneConnection = new HikariDataSource(config);
    projector = new Projector(log, oneConnection, clock);
    projector.claim(List.of(log.events(0)));
    // Claiming brings the tables up to date, which takes several.
    oneConnection.getHikariConfigMXBean().setMaximumPoolSize(1);
    oneConnection.getHikariPoolMXBean().softEvictConnections();
  }

  @AfterEach
  void end() {
    oneConnection.close();
  }

  @Test
  void shouldKeepThemThroughBatchesOfManyPeople() throws SQLException {
    for (int version = 1; version <= BATCHES; version++) {
      everybodyIs(version);
    }
    List<String> kept = statements();

    everybodyIs(BATCHES + 1);

    assertThat(kept).isNotEmpty();
    assertThat(statements()).containsAll(kept);
  }

  private void everybodyIs(int version) {
    for (int person = 0; person < CROWD; person++) {
      happen("one-" + person, version, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED);
    }
    projector.applyEverything();
  }

  /** The names of those kept for the connection; what is prepared anew gets another name. */
  private List<String> statements() throws SQLException {
    try (Connection connection = oneConnection.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name FROM pg_prepared_statements WHERE statement LIKE 'WITH changed%'")) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }
}
