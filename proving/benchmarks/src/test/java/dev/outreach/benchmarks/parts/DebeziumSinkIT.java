package dev.outreach.benchmarks.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.benchmarks.Main;
import dev.outreach.benchmarks.harness.PartProcess;
import dev.outreach.benchmarks.harness.Store;
import dev.outreach.benchmarks.people.EventFeed;
import dev.outreach.benchmarks.people.Funnel;
import dev.outreach.benchmarks.people.Histories;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The peer does its work: else it would be easy to be faster. */
class DebeziumSinkIT {

  private static final int PEOPLE = 1_500;
  private static final Instant BEGUN = Instant.parse("2026-11-20T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void shouldWriteOneRowForEachPersonWithTheirLastState()
      throws StartFailure, IOException, InterruptedException, SQLException {
    Histories histories = new Histories(new Funnel("sink"), 4);
    try (Store store = Store.start(folder.resolve("run"), 4);
        HikariDataSource connections = store.connections(2);
        EventFeed feed = new EventFeed(store, "sink")) {
      feed.tell(histories, 0, PEOPLE, BEGUN);
      for (DebeziumSink.Setup setup : DebeziumSink.Setup.values()) {
        try (PartProcess sink =
            PartProcess.start(
                Main.class, partOf(setup), store.addresses(), folder.resolve("logs"))) {
          sink.awaitReady();
          awaitEvents(connections, setup, histories.events(PEOPLE));
        }
        String people = "SELECT count(*) FROM " + setup.table();
        assertThat(number(connections, people)).isEqualTo(PEOPLE);
        assertThat(number(connections, people + " WHERE outreach_status = 'drafted'"))
            .isEqualTo(Funnel.Step.DRAFTED.takenBy(PEOPLE));
        assertThat(number(connections, people + " WHERE discovery_status = 'rejected'"))
            .isEqualTo(PEOPLE / 2);
        assertThat(number(connections, people + " WHERE followers >= 1000 AND bio <> ''"))
            .isEqualTo(PEOPLE);
      }
    }
  }

  private static String partOf(DebeziumSink.Setup setup) {
    return switch (setup) {
      case AS_IT_COMES -> Part.DEBEZIUM_SINK.name();
      case AT_ITS_FASTEST -> Part.DEBEZIUM_SINK_AT_ITS_FASTEST.name();
    };
  }

  /** Each event is one version further, so that their sum says how many have been written. */
  private static void awaitEvents(DataSource connections, DebeziumSink.Setup setup, long events) {
    await(setup.table())
        .atMost(Duration.ofMinutes(2))
        .dontCatchUncaughtExceptions()
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(
            () -> number(connections, "SELECT coalesce(sum(version), 0) FROM " + setup.table()),
            written -> written == events);
  }

  private static long number(DataSource connections, String sql) throws SQLException {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
