package dev.outreach.projector;

import dev.outreach.readmodel.write.HoldPlaces;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Brings a new generation and the live one to exactly the same place of the log and of the clock,
 * and does something while both stand there. The live one is held for that long: readers go on.
 */
final class Alignment {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Transactions transactions;
  private final Following following;

  Alignment(Transactions transactions, Following following) {
    this.transactions = transactions;
    this.following = following;
  }

  /** What is done while both stand at the same place. */
  interface Work<T> {

    /**
     * Does it.
     *
     * @param holding the transaction that holds the live generation; commits afterwards
     */
    T aligned(Connection holding) throws SQLException;
  }

  /**
   * Aligns and works. Waits for as long as the live generation moves towards the new one.
   *
   * @throws StandsStill where the live generation has not moved for 30 s
   */
  <T> T with(int live, Work<T> work) {
    long reached = -1;
    long moved = System.nanoTime();
    while (true) {
      switch (transactions.call(holding -> attempt(holding, live, work))) {
        case Attempt.Done<T>(T result) -> {
          return result;
        }
        case Attempt.Behind<T>(long place) -> {
          if (place > reached) {
            reached = place;
            moved = System.nanoTime();
          } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
            throw new StandsStill();
          }
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      }
    }
  }

  /** Brings the new generation to the live one's place of the clock, wherever in the log it is. */
  void tickAs(int live) {
    tickAs(transactions.call(connection -> new HoldPlaces().look(connection, live)));
  }

  private void tickAs(Map<Integer, HoldPlaces.Standing> standing) {
    Map<Integer, Instant> readyBefore = new HashMap<>();
    standing.forEach(
        (partition, where) -> {
          if (where.readyBefore() != null) {
            readyBefore.put(partition, where.readyBefore());
          }
        });
    following.tick(readyBefore);
  }

  private <T> Attempt<T> attempt(Connection holding, int live, Work<T> work) throws SQLException {
    Map<Integer, HoldPlaces.Standing> standing = new HoldPlaces().hold(holding, live);
    Map<Integer, Long> places = new HashMap<>();
    standing.forEach((partition, where) -> places.put(partition, where.nextOffset()));
    boolean isAhead =
        following.applied().entrySet().stream()
            .anyMatch(now -> now.getValue() > places.getOrDefault(now.getKey(), 0L));
    if (isAhead) {
      return new Attempt.Behind<>(places.values().stream().mapToLong(Long::longValue).sum());
    }
    following.upTo(places);
    tickAs(standing);
    return new Attempt.Done<>(work.aligned(holding));
  }

  /** How a try ended. */
  private sealed interface Attempt<T> {

    /** Both stood at the same place. */
    record Done<T>(T result) implements Attempt<T> {}

    /**
     * The live generation has not come so far yet.
     *
     * @param place the sum of its offsets
     */
    record Behind<T>(long place) implements Attempt<T> {}
  }

  /** The live generation does not move. */
  static final class StandsStill extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StandsStill() {
      super(
          "the live generation does not come to the end of the log: is status-projector running?");
    }
  }
}
