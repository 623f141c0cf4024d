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

  /** Prints a report and keeps it. */
  Report keep(Report report, PrintWriter printer, Clock clock) throws IOException {
    ReportPrinter.print(report, printer);
    printer.println("  written to " + new ReportPrinter(out, clock.instant()).write(report));
    printer.flush();
    return report;
  }

  /** 0 where everything held. */
  static int exitCode(List<Report> reports) {
    return reports.stream().allMatch(Report::holds) ? 0 : 1;
  }
}
