package dev.outreach.benchmarks.fullpath;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of {@code bench full-path}, small: that it measures, not how fast. */
class FullPathIT {

  @TempDir private Path folder;

  @Test
  void shouldCountWhatWentThroughAndMeasureIt()
      throws IOException, InterruptedException, StartFailure {
    FullPathOptions options =
        new FullPathOptions(2_000, 4, 100, Duration.ofSeconds(3), 500, folder.resolve("run"));

    Report report =
        new FullPathRun(
                options, Main.class, Clock.systemUTC(), new PrintWriter(Writer.nullWriter()))
            .run();

    assertThat(report.checks())
        .filteredOn(check -> check.sentence().startsWith("counts"))
        .hasSize(1)
        .allMatch(Check::holds);
    assertThat(report.value("events a second")).isPositive();
    assertThat(report.value("latencies measured")).isPositive();
    assertThat(report.value("bare Streams copy: events a second")).isPositive();
    assertThat(report.value("Debezium JDBC sink as it comes, no counts: events a second"))
        .isPositive();
    assertThat(report.value("Debezium JDBC sink at its fastest, no counts: events a second"))
        .isPositive();
    assertThat(report.value("single upserts with recount: events a second")).isPositive();
  }
}
