package dev.outreach.benchmarks.eventfaults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.benchmarks.Main;
import dev.outreach.benchmarks.report.Check;
import dev.outreach.benchmarks.report.Report;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run of {@code bench events-under-faults}, short. */
class EventsUnderFaultsIT {

  private static final Logger log = LoggerFactory.getLogger(EventsUnderFaultsIT.class);

  @TempDir private Path folder;

  @Test
  void shouldCountExactlyWhateverDies()
      throws IOException, InterruptedException, StartFailure, SQLException {
    Clock clock = Clock.systemUTC();
    long seed = Long.getLong("outreach.test.seed", clock.millis());
    log.warn("seed {}; give it again with -Doutreach.test.seed", seed);
    EventFaultOptions options =
        new EventFaultOptions(
            3_000, 300, 4, Duration.ofSeconds(2), 200, seed, folder.resolve("run"));

    Report report =
        new EventFaultRun(options, Main.class, clock, new PrintWriter(Writer.nullWriter())).run();

    assertThat(report.checks()).hasSize(4).allMatch(Check::holds);
    assertThat(report.value("people in the log")).isPositive();
  }
}
