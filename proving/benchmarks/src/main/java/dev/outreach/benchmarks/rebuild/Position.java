package dev.outreach.benchmarks.rebuild;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** How far the live generation is, as the public views say it. */
final class Position {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** The first part warms up and does not count. */
  private static final double WARM_UP = 0.3;

  private static final String APPLIED =
      "SELECT coalesce(sum(next_offset), 0) FROM social_projection WHERE stream = 'profile-events'";
  private static final String UNKNOWN_OR_BEHIND =
      """
      SELECT count(*) FILTER (WHERE end_offset IS NULL) + coalesce(sum(events_behind), 1)
      FROM social_projection WHERE stream = 'profile-events'
      """;

  private final DataSource connections;

  Position(DataSource connections) {
    this.connections = connections;
  }

  /**
   * Events a second on the way to a place; where it was reached at once, from the beginning and not
   * only after some warm-up.
   */
  double rateUpTo(long place) {
    long begun = System.nanoTime();
    await(APPLIED, (long) (place * WARM_UP), Long.MAX_VALUE);
    long warm = value(APPLIED);
    boolean isAllOfIt = warm >= place;
    long from = isAllOfIt ? begun : System.nanoTime();
    await(APPLIED, place, Long.MAX_VALUE);
    long applied = value(APPLIED);
    return (isAllOfIt ? applied : applied - warm) * 1e9 / (System.nanoTime() - from);
  }

  void awaitNothingBehind() {
    await(UNKNOWN_OR_BEHIND, 0, 0);
  }

  private void await(String sql, long least, long most) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (long now = value(sql); now < least || now > most; now = value(sql)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the projector came to " + now);
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private long value(String sql) {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failure) {
      throw new IllegalStateException("the read model cannot be read", failure);
    }
  }
}
