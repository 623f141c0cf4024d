package dev.outreach.sending.domain;

import java.time.Duration;

/**
 * How an account grows into its limits: by a straight line from a part of them to the whole.
 *
 * @param over how long it takes; longer than nothing
 * @param startPercent what is allowed on the first day, 1 to 100
 */
public record RampUp(Duration over, int startPercent) {

  private static final int WHOLE = 100;

  public RampUp {
    if (!over.isPositive()) {
      throw new IllegalArgumentException("over is not positive: use for example 14d");
    }
    if (startPercent < 1 || startPercent > WHOLE) {
      throw new IllegalArgumentException("startPercent is " + startPercent + ": use 1 to 100");
    }
  }

  /** What is left of a cap at that age; never less than one, never falling with age. */
  int allowed(int most, Duration age) {
    if (age.compareTo(over) >= 0) {
      return most;
    }
    double grown = Math.max(0, (double) age.toMillis() / over.toMillis());
    double percent = startPercent + (WHOLE - startPercent) * grown;
    return Math.max(1, (int) Math.floor(most * percent / WHOLE));
  }
}
