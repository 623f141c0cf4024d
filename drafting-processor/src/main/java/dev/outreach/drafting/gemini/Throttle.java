package dev.outreach.drafting.gemini;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Until when the service wants no calls, whoever it said that to. Thread-safe. */
final class Throttle {

  private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.MIN);

  /** Nobody calls before this moment. */
  void hold(Instant until) {
    notBefore.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
  }

  /**
   * Waits for the moment.
   *
   * @return how long that was to take
   * @throws InterruptedException where the thread was interrupted
   */
  Duration await(Pause pause, Clock clock) throws InterruptedException {
    Instant now = clock.instant();
    Instant until = notBefore.get();
    if (!now.isBefore(until)) {
      return Duration.ZERO;
    }
    Duration wait = Duration.between(now, until);
    pause.of(wait);
    return wait;
  }
}
