package dev.outreach.benchmarks.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.benchmarks.report.Check;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs of {@code bench quota}. */
class SimulatedWeekIT {

  private static final Logger log = LoggerFactory.getLogger(SimulatedWeekIT.class);

  @TempDir private Path folder;

  @Test
  void shouldBreakNoLimitAndUseNearlyAllOfIt()
      throws IOException, InterruptedException, SQLException, StartFailure {
    WeekOptions week = WeekOptions.week(seed(), folder.resolve("run"));

    assertThat(new SimulatedWeek(week).run().checks()).allMatch(Check::holds);
  }

  @Test
  void shouldSeeALimitBrokenWhereMachinesClocksAreBelieved()
      throws IOException, InterruptedException, SQLException, StartFailure {
    WeekOptions mistaken =
        new WeekOptions(seed(), 2, 8, Duration.ofSeconds(30), true, folder.resolve("run"));

    assertThat(new SimulatedWeek(mistaken).run().checks()).allMatch(Check::holds);
  }

  private static long seed() {
    long seed = Long.getLong("outreach.test.seed", Clock.systemUTC().millis());
    log.warn("seed {}; give it again with -Doutreach.test.seed", seed);
    return seed;
  }
}
