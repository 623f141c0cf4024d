package dev.outreach.drafting.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Stops spending when the day's money or calls are used up, counted from the start of the process
 * on. Thread-safe.
 */
public final class Budget {

  private final BudgetLimits limits;
  private final Clock clock;
  private LocalDate day = LocalDate.MIN;
  private long spentMicros;
  private long calls;
  private long running;

  /** Nothing spent yet. */
  public Budget(BudgetLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Asks for one call, which must be {@linkplain #settle settled} once it is over. Waits where only
   * what running calls may cost at most stands in the way: most of them cost much less.
   *
   * @return empty where it may be made, otherwise why not
   * @throws InterruptedException where nobody wants it any more
   */
  public synchronized Optional<String> admit() throws InterruptedException {
    for (turnDay(); refusal().isEmpty() && !isRoomForOneMore(); turnDay()) {
      wait();
    }
    Optional<String> refusal = refusal();
    if (refusal.isEmpty()) {
      calls++;
      running++;
    }
    return refusal;
  }

  private Optional<String> refusal() {
    if (calls >= limits.calls()) {
      return Optional.of("the " + limits.calls() + " calls of today are used up");
    }
    if (limits.reserveMicros() > limits.costMicros()) {
      return Optional.of(
          "one draft may cost %d micro-dollars, and a day %d: allow more a day"
              .formatted(limits.reserveMicros(), limits.costMicros()));
    }
    return spentMicros + limits.reserveMicros() > limits.costMicros()
        ? Optional.of("the " + limits.costMicros() + " micro-dollars of today are used up")
        : Optional.empty();
  }

  private boolean isRoomForOneMore() {
    return spentMicros + (running + 1) * limits.reserveMicros() <= limits.costMicros();
  }

  /** A call is over and cost this much; a failed call may cost nothing. */
  public synchronized void settle(long costMicros) {
    turnDay();
    running--;
    spentMicros += costMicros;
    notifyAll();
  }

  /** Spent today, in millionths of a US dollar. */
  public synchronized long spentMicros() {
    turnDay();
    return spentMicros;
  }

  private void turnDay() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(day)) {
      day = today;
      spentMicros = 0;
      calls = 0;
    }
  }
}
