package dev.outreach.benchmarks.discovery;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a run is told.
 *
 * @param people how many the simulated platform shows, and the job is to find; personal accounts,
 *     which it does not show, are there beside
 * @param kills how often the product is killed while the job runs
 * @param heapMegabytes of the product's process
 * @param patience for the whole job
 * @param folder data and logs; nobody else uses it
 */
public record DiscoveryOptions(
    int people, int kills, int heapMegabytes, long seed, Duration patience, Path folder) {

  public DiscoveryOptions {
    if (people < 10 || people > 100_000) {
      throw new IllegalArgumentException(
          "people is " + people + ": give 10 to 100000, the most of a job");
    }
    if (kills < 0 || kills > 100) {
      throw new IllegalArgumentException("kills is " + kills + ": give 0 to 100");
    }
  }
}
