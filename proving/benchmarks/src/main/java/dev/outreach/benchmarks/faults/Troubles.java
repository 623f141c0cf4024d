package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.harness.SandboxWitness;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How badly platforms answer: some fall silent after they have accepted, some answer slowly, so
 * that there is always something in flight for a fault to hit. Thread-safe.
 */
final class Troubles {

  /** The sandbox's name for it. */
  static final String SILENT_KIND = "timeout_after_accept";

  private static final double SILENT = 0.05;
  private static final double SLOW = 0.3;

  private static final Duration SILENCE = Duration.ofSeconds(5);
  private static final Duration SLOWNESS = Duration.ofMillis(800);

  private final RandomGenerator random;

  /** Lets the simulator of a platform behave in the same way. */
  static void order(SandboxWitness sandbox, Way way) {
    sandbox.trouble(way.simulator(), SILENT_KIND, SILENT, SILENCE);
    sandbox.trouble(way.simulator(), "slow", SLOW, SLOWNESS);
  }

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
