package dev.outreach.benchmarks;

import dev.outreach.benchmarks.fullpath.FullPathOptions;
import dev.outreach.benchmarks.fullpath.FullPathRun;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Events through the whole pipeline into counted rows. */
@Command(
    name = "full-path",
    mixinStandardHelpOptions = true,
    description = {
      "Found, reviewed and drafted people through profile-processor, broker and status-projector into",
      "PostgreSQL with exact counts: events a second, processor time of each part, latency at a steady",
      "rate. Beside it a bare Streams copy, the Debezium JDBC sink, and single upserts with recount."
    })
@SuppressWarnings("FieldCanBeFinal") // picocli sets options
final class FullPathCommand implements Callable<Integer> {

  private final Clock clock;
  private final Class<?> main;
  @Mixin private RunOptions common = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--people", description = "How many (default: ${DEFAULT-VALUE}).")
  private int people = 600_000;

  @Option(names = "--partitions", description = "Of every topic (default: ${DEFAULT-VALUE}).")
  private int partitions = 12;

  @Option(
      names = "--rate",
      description = "Events a second while latency is measured (default: ${DEFAULT-VALUE}).")
  private int rate = 2_000;

  @Option(
      names = "--seconds",
      description = "For how long latency is measured (default: ${DEFAULT-VALUE}).")
  private int seconds = 60;

  @Option(
      names = "--sampled",
      paramLabel = "EVENTS",
      description =
          "How many single upserts are given; the Debezium sink gets four times as many"
              + " (default: ${DEFAULT-VALUE}).")
  private int sampled = 50_000;

  FullPathCommand(Clock clock, Class<?> main) {
    this.clock = clock;
    this.main = main;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure {
    PrintWriter out = Output.of(spec);
    FullPathOptions options =
        new FullPathOptions(
            people,
            partitions,
            rate,
            Duration.ofSeconds(seconds),
            sampled,
            common.data("full-path", clock));
    return RunOptions.exitCode(
        List.of(common.keep(new FullPathRun(options, main, clock, out).run(), out, clock)));
  }
}
