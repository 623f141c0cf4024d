package dev.outreach.benchmarks;

import dev.outreach.benchmarks.rebuild.RebuildOptions;
import dev.outreach.benchmarks.rebuild.RebuildRun;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The read model from the log again, while somebody reads it. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "A rebuild of the whole read model beside a running projector and a reader that polls: how long,",
      "what it costs, and what the reader notices. Beside it a replay in place."
    })
@SuppressWarnings("FieldCanBeFinal") // picocli sets options
final class RebuildCommand implements Callable<Integer> {

  private final Clock clock;
  private final Class<?> main;
  @Mixin private RunOptions common = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--people", description = "How many (default: ${DEFAULT-VALUE}).")
  private int people = 1_000_000;

  @Option(
      names = "--steps",
      description = {
        "How far they have gone: 1 found, 2 reviewed, 3 and 4 every fourth drafted",
        "(default: ${DEFAULT-VALUE})."
      })
  private int steps = 4;

  @Option(names = "--partitions", description = "Of the log (default: ${DEFAULT-VALUE}).")
  private int partitions = 12;

  RebuildCommand(Clock clock, Class<?> main) {
    this.clock = clock;
    this.main = main;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure {
    PrintWriter out = Output.of(spec);
    RebuildOptions options =
        new RebuildOptions(people, steps, partitions, common.data("rebuild", clock));
    return RunOptions.exitCode(
        List.of(common.keep(new RebuildRun(options, main, clock, out).run(), out, clock)));
  }
}
