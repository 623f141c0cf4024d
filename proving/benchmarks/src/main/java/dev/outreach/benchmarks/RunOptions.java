package dev.outreach.benchmarks;

import dev.outreach.benchmarks.report.Report;
import dev.outreach.benchmarks.report.ReportPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Option;

/** What every run can be told. */
@SuppressWarnings("FieldCanBeFinal") // picocli sets options
final class RunOptions {

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where JSON, data and logs go (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("proving/benchmarks/target/runs");

  @Option(names = "--seed", description = "Repeats a run (default: another one each time).")
  private long seed;

  /** The seed that was given, or one made of the time. */
  long seed(Clock clock) {
    return seed == 0 ? clock.millis() : seed;
  }

  /** A folder of its own for the data of one run. */
  Path data(String name, Clock clock) {
    return out.toAbsolutePath().resolve(name + "-" + clock.millis());
  }

  /** Prints reports and keeps them; the exit code. */
  int conclude(List<Report> reports, PrintWriter printer, Clock clock) throws IOException {
    ReportPrinter files = new ReportPrinter(out, clock.instant());
    for (Report report : reports) {
      ReportPrinter.print(report, printer);
      printer.println("  written to " + files.write(report));
    }
    printer.flush();
    return reports.stream().allMatch(Report::holds) ? 0 : 1;
  }
}
