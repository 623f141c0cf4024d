package dev.outreach.benchmarks.faults;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a run is made.
 *
 * @param messages how many are approved, at least one for each fault
 * @param faults how many strike
 * @param seed decides kinds, targets and delays of the faults, and the order of the messages
 * @param pace time from one burst of messages to the next
 * @param folder for data and logs; must not hold an earlier run
 */
public record FaultOptions(int messages, int faults, long seed, Duration pace, Path folder) {

  public FaultOptions {
    if (faults < 1 || messages < faults) {
      throw new IllegalArgumentException(
          "messages is " + messages + " for " + faults + " faults: give one or more for each");
    }
    if (!pace.isPositive()) {
      throw new IllegalArgumentException("pace is not positive: use for example 4500 ms");
    }
  }

  /** Messages of one burst. */
  int burst() {
    return Math.ceilDiv(messages, faults);
  }
}
