package dev.outreach.benchmarks.fullpath;

import dev.outreach.benchmarks.harness.Store;
import dev.outreach.readmodel.ReadModelChange;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/**
 * Since when a reader of the tables sees each event: rows, counts and offsets become visible in one
 * transaction, so it looks at the offsets, whenever it is told of one. To look all the time would
 * take a tenth of a processor from those who are measured. Thread-safe.
 */
final class Visibility implements AutoCloseable {

  /** For transactions nobody is told of. */
  private static final Duration LOOK_ANYWAY = Duration.ofMillis(20);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String SQL =
      "SELECT kafka_partition, next_offset FROM social_projection WHERE stream = 'profile-events'";

  /** By partition: when the first offset that is not applied was seen to move. */
  private final Map<Integer, NavigableMap<Long, Long>> seen = new ConcurrentHashMap<>();

  private final Store store;
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final Thread thread;

  Visibility(Store store) {
    this.store = store;
    this.thread = Thread.ofPlatform().name("visibility").start(this::watch);
  }

  private void watch() {
    try (Connection connection =
            DriverManager.getConnection(store.database().jdbcUrl(), store.database().user(), "");
        Statement listening = connection.createStatement();
        PreparedStatement statement = connection.prepareStatement(SQL)) {
      listening.execute("LISTEN " + ReadModelChange.CHANNEL);
      PGConnection told = connection.unwrap(PGConnection.class);
      while (!isOver.get()) {
        look(statement);
        // What came with the answer of the last look is there already; waiting would not see it.
        if (told.getNotifications().length == 0) {
          told.getNotifications(Math.toIntExact(LOOK_ANYWAY.toMillis()));
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("the offsets cannot be read", failure);
    }
  }

  private void look(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      long now = System.nanoTime();
      while (rows.next()) {
        seen.computeIfAbsent(rows.getInt(1), _ -> new ConcurrentSkipListMap<>())
            .putIfAbsent(rows.getLong(2), now);
      }
    }
  }

  /** When an event was visible first, by {@link System#nanoTime}. */
  long of(int partition, long offset) {
    NavigableMap<Long, Long> moves = seen.getOrDefault(partition, new ConcurrentSkipListMap<>());
    Map.Entry<Long, Long> first = moves.higherEntry(offset);
    if (first == null) {
      throw new IllegalStateException("an event was never visible");
    }
    return first.getValue();
  }

  /** Waits until these offsets are visible. */
  void await(Map<Integer, Long> offsets) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!offsets.entrySet().stream().allMatch(last -> isPast(last.getKey(), last.getValue()))) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("events do not become visible");
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private boolean isPast(int partition, long offset) {
    NavigableMap<Long, Long> moves = seen.get(partition);
    return moves != null && moves.higherKey(offset) != null;
  }

  @Override
  public void close() {
    isOver.set(true);
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
