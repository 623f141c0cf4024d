package dev.outreach.benchmarks;

import dev.outreach.benchmarks.status.StatusReadOptions;
import dev.outreach.benchmarks.status.StatusReadRun;
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

/** Status reads while events arrive. */
@Command(
    name = "status-read",
    mixinStandardHelpOptions = true,
    description = {
      "Reads of the pipeline's status at several sizes while events arrive: how long, and whether it",
      "depends on how many people there are. Beside it the six counts of the original document."
    })
@SuppressWarnings("FieldCanBeFinal") // picocli sets options
final class StatusReadCommand implements Callable<Integer> {

  private final Clock clock;
  private final Class<?> main;
  @Mixin private RunOptions common = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--people",
      split = ",",
      description = "Sizes, the smallest first (default: ${DEFAULT-VALUE}).")
  private List<Integer> sizes = List.of(1_000_000, 10_000_000);

  @Option(names = "--rate", description = "Events a second meanwhile (default: ${DEFAULT-VALUE}).")
  private int rate = 2_000;

  @Option(
      names = "--seconds",
      description = "How long reads are measured at each size (default: ${DEFAULT-VALUE}).")
  private int seconds = 30;

  StatusReadCommand(Clock clock, Class<?> main) {
    this.clock = clock;
    this.main = main;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure {
    PrintWriter out = Output.of(spec);
    StatusReadOptions options =
        new StatusReadOptions(
            sizes, rate, Duration.ofSeconds(seconds), common.data("status-read", clock));
    return RunOptions.exitCode(
        List.of(common.keep(new StatusReadRun(options, main, clock, out).run(), out, clock)));
  }
}
