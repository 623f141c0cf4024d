package dev.outreach.sending.domain;

import java.time.Duration;

/**
 * At most so many in any window of that length.
 *
 * @param most 1 to 5000
 * @param within longer than nothing
 */
public record Cap(int most, Duration within) {

  private static final int LARGEST = 5_000;

  public Cap {
    if (most < 1 || most > LARGEST) {
      throw new IllegalArgumentException(
          "most is " + most + ": use 1 to " + LARGEST + ", or no cap");
    }
    if (!within.isPositive()) {
      throw new IllegalArgumentException("within is not positive: use for example 24h");
    }
  }

  /** For people: {@code 20 in 24h}. */
  public String text() {
    String length =
        within.toHours() > 0 && within.equals(Duration.ofHours(within.toHours()))
            ? within.toHours() + "h"
            : within.toSeconds() + "s";
    return most + " in " + length;
  }
}
