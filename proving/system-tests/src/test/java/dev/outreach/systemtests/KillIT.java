package dev.outreach.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product, killed in the middle again and again, and then let finish. */
class KillIT {

  private static final int KILLS = 3;
  private static final Duration RUN = Duration.ofMinutes(6);

  @Test
  void shouldFinishWithEqualCountsAndLedgersAfterItWasKilledThreeTimes(@TempDir Path folder)
      throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
    Map<String, String> ports = FreePorts.asEnvironment(FreePorts.five());

    for (int kill = 0; kill < KILLS; kill++) {
      try (OutreachProcess demo = start(folder, ports, "killed-" + kill)) {
        await()
            .dontCatchUncaughtExceptions()
            .atMost(RUN)
            .until(() -> demo.output().contains("Ready after") || !demo.isAlive());
        long wait = random.nextLong(500, 12_000);
        await()
            .dontCatchUncaughtExceptions()
            .pollDelay(Duration.ofMillis(wait))
            .atMost(Duration.ofMillis(wait + 5_000))
            .until(() -> true);
        demo.kill();
      }
    }

    try (OutreachProcess demo = start(folder, ports, "finished")) {
      int exitCode = demo.join(RUN);
      assertThat(exitCode).as("seed %d%n%s", seed, demo.output()).isZero();
    }
  }

  private static OutreachProcess start(Path folder, Map<String, String> ports, String name)
      throws Exception {
    return OutreachProcess.start(
        ports,
        folder.resolve(name + ".txt"),
        "demo",
        "--once",
        "--data-dir",
        folder.resolve("data").toString());
  }
}
