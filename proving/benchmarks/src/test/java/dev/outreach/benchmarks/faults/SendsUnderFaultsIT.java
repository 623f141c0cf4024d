package dev.outreach.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.benchmarks.Main;
import dev.outreach.benchmarks.report.Check;
import dev.outreach.benchmarks.report.Report;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of {@code bench sends-under-faults}, small; the full size takes a quarter of an hour.
 */
class SendsUnderFaultsIT {

  private static final Logger log = LoggerFactory.getLogger(SendsUnderFaultsIT.class);

  @TempDir private Path folder;

  @Test
  void shouldDoubleAndLoseNothingWhateverDies()
      throws IOException, InterruptedException, StartFailure {
    Report report = run(Role.LEDGER, 300, 8);

    assertThat(report.checks()).allMatch(Check::holds);
  }

  @Test
  void shouldCatchAConsumerThatCommitsAfterTheCall()
      throws IOException, InterruptedException, StartFailure {
    Report report = run(Role.COMMIT_AFTER, 120, 3);

    assertThat(report.checks()).allMatch(Check::holds);
    assertThat(report.value("doubled")).isPositive();
  }

  private Report run(Role role, int messages, int faults)
      throws IOException, InterruptedException, StartFailure {
    Clock clock = Clock.systemUTC();
    long seed = Long.getLong("outreach.test.seed", clock.millis());
    log.warn("{}: seed {}; give it again with -Doutreach.test.seed", role, seed);
    FaultOptions options =
        new FaultOptions(messages, faults, seed, Duration.ofSeconds(3), folder.resolve("run"));
    return new FaultRun(options, role, Main.class, clock).run();
  }
}
