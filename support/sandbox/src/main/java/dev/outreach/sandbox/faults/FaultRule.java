package dev.outreach.sandbox.faults;

import java.time.Duration;

/**
 * An order to fail.
 *
 * @param operation the operation to hit, or {@code *} for every one
 * @param times how often at most, at least 1
 * @param probability chance per request, above 0 and at most 1
 * @param delay how long {@code slow} and {@code timeout_after_accept} wait
 */
public record FaultRule(
    String platform,
    String operation,
    FaultKind kind,
    int times,
    double probability,
    Duration delay) {

  public FaultRule {
    if (times < 1) {
      throw new IllegalArgumentException("times is " + times + "; give 1 or more");
    }
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability is " + probability + "; give a number above 0 and at most 1");
    }
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay_ms is negative; give 0 or more");
    }
  }

  boolean matches(String calledPlatform, String calledOperation) {
    return platform.equals(calledPlatform)
        && (operation.equals("*") || operation.equals(calledOperation));
  }
}
