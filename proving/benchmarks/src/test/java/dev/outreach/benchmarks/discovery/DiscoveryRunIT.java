package dev.outreach.benchmarks.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.benchmarks.report.Check;
import dev.outreach.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The second run of {@code bench discovery}, small; the full size takes an hour. */
class DiscoveryRunIT {

  private static final Logger log = LoggerFactory.getLogger(DiscoveryRunIT.class);

  @TempDir private Path folder;

  @Test
  void shouldFindTheSamePeopleAlthoughTheProductIsKilled()
      throws IOException, InterruptedException {
    long seed = Long.getLong("outreach.test.seed", System.nanoTime());
    log.warn("seed {}; give it again with -Doutreach.test.seed", seed);

    Report report =
        new DiscoveryRun(
                new DiscoveryOptions(
                    400, 2, 768, seed, Duration.ofMinutes(10), folder.resolve("run")),
                Clock.systemUTC())
            .run();

    assertThat(report.checks()).as("seed %d", seed).allMatch(Check::holds);
    assertThat(report.value("in the read model")).isEqualTo(400.0);
  }
}
