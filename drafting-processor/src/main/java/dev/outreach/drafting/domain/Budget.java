package dev.outreach.drafting.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Stops spending when the day's money or calls are used up. Thread-safe. */
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
   * Asks for one call, which must be {@linkplain #settle settled} once it is over.
   *
   * @return empty where it may be made, otherwise why not
   */
  public synchronized Optional<String> admit() {
    turnDay();
    if (calls >= limits.calls()) {
      return Optional.of("the " + limits.calls() + " calls of today are used up");
    }
    if (spentMicros + (running + 1) * limits.reserveMicros() > limits.costMicros()) {
      return Optional.of("the " + limits.costMicros() + " micro-dollars of today are used up");
    }
    calls++;
    running++;
    return Optional.empty();
  }

  /** A call is over and cost this much; a failed call may cost nothing. */
  public synchronized void settle(long costMicros) {
    turnDay();
    running--;
    spentMicros += costMicros;
  }

  /** Takes what was spent earlier today, before this process began. */
  public synchronized void carryOver(long costMicros, long earlierCalls) {
    turnDay();
    spentMicros += costMicros;
    calls += earlierCalls;
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
