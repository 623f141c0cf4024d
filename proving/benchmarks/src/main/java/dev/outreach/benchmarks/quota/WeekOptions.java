package dev.outreach.benchmarks.quota;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a simulated time is run.
 *
 * @param days how long it is, 1 or more
 * @param kills how often one of the two senders dies in it
 * @param clockError the first sender's machine is ahead by so much, the second's behind
 * @param trustsMachines true for senders that believe their machines' clocks: a mistake that must
 *     show
 * @param folder for data; must not hold an earlier run
 */
public record WeekOptions(
    long seed, int days, int kills, Duration clockError, boolean trustsMachines, Path folder) {

  public WeekOptions {
    if (days < 1 || kills < 0) {
      throw new IllegalArgumentException("days must be 1 or more and kills not negative");
    }
  }

  /** A week with a death every twelve hours and clocks half a minute off on either side. */
  public static WeekOptions week(long seed, Path folder) {
    return new WeekOptions(seed, 7, 14, Duration.ofSeconds(30), false, folder);
  }
}
