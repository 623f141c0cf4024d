package dev.outreach.benchmarks.status;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How big a run is.
 *
 * @param sizes how many people there are, the smallest first
 * @param rate events a second that arrive meanwhile
 * @param length for how long reads are measured at each size
 * @param folder for data and logs
 */
public record StatusReadOptions(List<Integer> sizes, int rate, Duration length, Path folder) {
  public StatusReadOptions {
    sizes = List.copyOf(sizes);
  }
}
