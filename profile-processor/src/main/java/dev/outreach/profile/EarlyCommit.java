package dev.outreach.profile;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When a transaction ends before its time. Where records come in as they are written somebody waits
 * for each of them; where there is a backlog, few long transactions carry more than many short
 * ones. Shared by all tasks, because one that asks ends the transaction of all tasks of its thread.
 * Thread-safe.
 */
final class EarlyCommit {

  /** A record that waited longer is one of a backlog. */
  private static final Duration FRESH = Duration.ofMillis(50);

  /** How long after the one before: sooner costs more than it gains, see ADR 20. */
  static final Duration APART = Duration.ofMillis(30);

  private final AtomicLong last = new AtomicLong();
  private final AtomicBoolean owed = new AtomicBoolean();

  /**
   * Whether to end the transaction with this record; where it is too soon for that, it is owed.
   *
   * @param written when it was written, in milliseconds since 1970, by the clock of whoever wrote
   *     it
   * @param now in milliseconds since 1970
   */
  boolean isDue(long written, long now) {
    if (now - written >= FRESH.toMillis()) {
      return false;
    }
    owed.set(true);
    return isOwed(now);
  }

  /**
   * Whether to end the transaction for a record that came too soon after the last end.
   *
   * @param now in milliseconds since 1970
   */
  boolean isOwed(long now) {
    long before = last.get();
    return owed.get()
        && Math.abs(now - before) >= APART.toMillis()
        && last.compareAndSet(before, now)
        && owed.getAndSet(false);
  }
}
