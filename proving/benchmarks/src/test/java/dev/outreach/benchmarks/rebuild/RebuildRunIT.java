package dev.outreach.benchmarks.rebuild;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of {@code bench rebuild}, small: that it measures, not how fast. */
class RebuildRunIT {

  @TempDir private Path folder;

  @Test
  void shouldShowANewGenerationWhileSomebodyReads()
      throws IOException, InterruptedException, StartFailure {
    RebuildOptions options = new RebuildOptions(3_000, 4, 4, folder.resolve("run"));

    Report report =
        new RebuildRun(options, Main.class, Clock.systemUTC(), new PrintWriter(Writer.nullWriter()))
            .run();

    assertThat(report.checks())
        .filteredOn(
            check ->
                check.sentence().startsWith("rebuilt")
                    || check.sentence().startsWith("readers saw"))
        .hasSize(2)
        .allMatch(Check::holds);
    assertThat(report.value("replay in place: events a second")).isPositive();
  }
}
