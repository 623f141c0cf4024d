package dev.outreach.benchmarks.faults;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How badly platforms answer: some fall silent after they have accepted, some answer slowly, so
 * that there is always something in flight for a fault to hit. Thread-safe.
 */
final class Troubles {

  static final double SILENT = 0.05;
  static final double SLOW = 0.3;

  private static final Duration SILENCE = Duration.ofSeconds(5);
  static final Duration SLOWNESS = Duration.ofMillis(800);

  private final RandomGenerator random;

  Troubles(RandomGenerator random) {
    this.random = random;
  }

  synchronized boolean fallsSilent() {
    return random.nextDouble() < SILENT;
  }

  /** How long nothing comes; longer than any sender waits. */
  Duration silence() {
    return SILENCE;
  }

  /** Zero for most answers. */
  synchronized Duration slowness() {
    return random.nextDouble() < SLOW ? SLOWNESS : Duration.ZERO;
  }
}
