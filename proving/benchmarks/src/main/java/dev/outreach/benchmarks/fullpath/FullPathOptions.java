package dev.outreach.benchmarks.fullpath;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How big a run is.
 *
 * @param people who go through the funnel at full speed; half as many go before, to warm up: JVMs
 *     go on compiling for a minute, and what is measured is what lasts
 * @param partitions of every topic
 * @param rate events a second while latency is measured
 * @param length for how long latency is measured
 * @param sampled how many events the slowest peer is given; those that write in batches are given
 *     four times as many
 * @param folder for data and logs
 */
public record FullPathOptions(
    int people, int partitions, int rate, Duration length, int sampled, Path folder) {

  int warmUp() {
    return Math.max(1, people / 2);
  }

  int sampledInBatches() {
    return Math.multiplyExact(sampled, 4);
  }
}
