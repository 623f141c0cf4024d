package dev.outreach.benchmarks.eventfaults;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** What the public views say. */
final class Shown {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration TELL_EVERY = Duration.ofSeconds(10);
  private static final String APPLIED =
      "SELECT coalesce(sum(next_offset), 0) FROM social_projection WHERE stream = 'profile-events'";
  private static final String CLOCKS =
      """
      SELECT kafka_partition, ready_before FROM social_projection
      WHERE stream = 'profile-events' AND ready_before > '-infinity'
      """;
  private static final String COUNTS =
      """
      SELECT kind.key, kind.value::bigint
      FROM (SELECT to_jsonb(t) AS counts FROM social_counts t
            WHERE workspace_id = 'acme' AND platform = 'all') shown,
        jsonb_each_text(shown.counts - 'workspace_id' - 'platform') kind
      WHERE kind.key NOT LIKE '%today' AND kind.value ~ '^[0-9]+$'
      """;

  private final DataSource connections;

  Shown(DataSource connections) {
    this.connections = connections;
  }

  /**
   * Waits until so many events are applied, for as long as there are ever more. What the projectors
   * last saw of the log's end would not do: events may have come since.
   */
  void awaitApplied(long events, PrintWriter out) {
    long most = 0;
    long moved = System.nanoTime();
    long told = moved;
    for (long applied = applied(); applied < events; applied = applied()) {
      long now = System.nanoTime();
      if (applied > most) {
        most = applied;
        moved = now;
      } else if (now - moved > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "the projectors stand still at %,d of %,d events".formatted(most, events));
      }
      if (now - told > TELL_EVERY.toNanos()) {
        told = now;
        out.println("  %,d of %,d applied".formatted(most, events));
        out.flush();
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private long applied() {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(APPLIED)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failure) {
      // PostgreSQL may be down at the moment.
      return 0;
    }
  }

  /** Up to when people are counted as due, by partition. */
  Map<Integer, Instant> clocks() throws SQLException {
    Map<Integer, Instant> clocks = new HashMap<>();
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(CLOCKS)) {
      while (rows.next()) {
        clocks.put(rows.getInt(1), rows.getObject(2, OffsetDateTime.class).toInstant());
      }
    }
    return clocks;
  }

  /** All counts of people, by their names. */
  Map<String, Long> counts() throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(COUNTS)) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }
}
