package dev.outreach.benchmarks.rate;

import dev.outreach.benchmarks.harness.MortalDatabase;
import dev.outreach.benchmarks.harness.ProcessorTime;
import dev.outreach.benchmarks.report.Report;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * What PostgreSQL alone can do: for each message one row and three guarded updates of it, as a send
 * is accepted, claimed, marked and recorded, each step of a group in a durable transaction. No
 * limits, no receipts, no results, nobody who sends: the rate nothing on this server can exceed.
 */
final class BareDatabase {

  private static final String TABLE =
      """
      CREATE TABLE bare_sends (
        id bigint PRIMARY KEY, body text NOT NULL, state text NOT NULL, fence bigint NOT NULL)
      """;
  private static final String ACCEPT =
      """
      INSERT INTO bare_sends (id, body, state, fence)
      SELECT id, repeat('x', 300), 'READY', 0 FROM generate_series(?, ?) AS id
      """;
  private static final String STEP =
      """
      UPDATE bare_sends SET state = '%s', fence = fence + %d
      WHERE id BETWEEN ? AND ? AND state = '%s'
      """;
  private static final List<String> STEPS =
      List.of(
          ACCEPT,
          STEP.formatted("CLAIMED", 1, "READY"),
          STEP.formatted("WRITING", 0, "CLAIMED"),
          STEP.formatted("SENT", 0, "WRITING"));

  private final MortalDatabase database;
  private final int group;

  /**
   * A peer on a server.
   *
   * @param group messages of one transaction
   */
  BareDatabase(MortalDatabase database, int group) {
    this.database = database;
    this.group = group;
  }

  /** Measures so many messages. */
  void measure(int messages, Report report) {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit TO on");
      statement.execute(TABLE);
      Duration before = ProcessorTime.ofFamily(database.processId());
      long begun = System.nanoTime();
      for (int first = 1; first <= messages; first += group) {
        step(connection, first, Math.min(first + group - 1, messages));
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      Duration spent = ProcessorTime.ofFamily(database.processId()).minus(before);
      report
          .figure("bare database: messages a second", messages / seconds, "")
          .figure(
              "bare database: processor time", spent.toNanos() / 1e6 / messages, "ms a message");
    } catch (SQLException failure) {
      throw new IllegalStateException("the bare database cannot be measured", failure);
    }
  }

  /** Each statement commits by itself. */
  private static void step(Connection connection, int first, int last) throws SQLException {
    for (String sql : STEPS) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setLong(1, first);
        statement.setLong(2, last);
        int made = statement.executeUpdate();
        if (made != last - first + 1) {
          throw new IllegalStateException("a guard did not hold: " + made + " rows");
        }
      }
    }
  }
}
