package dev.outreach.drafting.domain;

/**
 * What one process may use up in a day (UTC).
 *
 * @param costMicros millionths of a US dollar, from 0
 * @param calls calls to a paid drafter, from 0
 * @param reserveMicros what a call may cost at most; kept back while it runs, so that many calls at
 *     a time do not overspend together
 */
public record BudgetLimits(long costMicros, long calls, long reserveMicros) {

  /** Refuses negative limits. */
  public BudgetLimits {
    if (costMicros < 0 || calls < 0 || reserveMicros < 0) {
      throw new IllegalArgumentException("budget must not be negative: use 0 or more");
    }
  }
}
