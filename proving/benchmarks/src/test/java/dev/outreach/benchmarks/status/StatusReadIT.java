package dev.outreach.benchmarks.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.benchmarks.Main;
import dev.outreach.benchmarks.report.Check;
import dev.outreach.benchmarks.report.Report;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of {@code bench status-read}, small: that it measures, not how fast. */
class StatusReadIT {

  @TempDir private Path folder;

  @Test
  void shouldFillTablesAsTheProjectorWould()
      throws IOException, InterruptedException, StartFailure {
    StatusReadOptions options =
        new StatusReadOptions(
            List.of(1_000, 3_000), 50, Duration.ofSeconds(2), folder.resolve("run"));

    Report report =
        new StatusReadRun(
                options, Main.class, Clock.systemUTC(), new PrintWriter(Writer.nullWriter()))
            .run();

    assertThat(report.checks())
        .filteredOn(
            check ->
                check.sentence().endsWith("equal a recount")
                    || check.sentence().endsWith("no read failed"))
        .hasSize(4)
        .allMatch(Check::holds);
    assertThat(report.value("3,000 people: status reads")).isPositive();
    assertThat(report.value("3,000 people: SELECT 1 beside it, median"))
        .isPositive()
        .isLessThan(report.value("3,000 people: status read, median"));
  }
}
