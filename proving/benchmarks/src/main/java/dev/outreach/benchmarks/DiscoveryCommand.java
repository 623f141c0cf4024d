package dev.outreach.benchmarks;

import dev.outreach.benchmarks.discovery.DiscoveryOptions;
import dev.outreach.benchmarks.discovery.DiscoveryRun;
import dev.outreach.benchmarks.report.Report;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One large discovery job, undisturbed and killed. */
@Command(
    name = "discovery",
    mixinStandardHelpOptions = true,
    description = {
      "One job that finds everybody on a simulated TikTok, through to the read model: the set, the",
      "counts beside a recount, memory, people a second. Then the same job on a product that is",
      "killed again and again, which must end with the same set."
    })
@SuppressWarnings("FieldCanBeFinal") // picocli sets options
final class DiscoveryCommand implements Callable<Integer> {

  private final Clock clock;
  @Mixin private RunOptions common = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--people", description = "How many can be found (default: ${DEFAULT-VALUE}).")
  private int people = 100_000;

  @Option(
      names = "--kills",
      split = ",",
      paramLabel = "TIMES",
      description =
          "How often the product is killed, of each run (default: 0,10: one undisturbed, one killed"
              + " ten times).")
  private List<Integer> kills = List.of(0, 10);

  @Option(names = "--heap", description = "Megabytes of the product (default: ${DEFAULT-VALUE}).")
  private int heap = 768;

  @Option(names = "--hours", description = "Patience for each run (default: ${DEFAULT-VALUE}).")
  private int hours = 3;

  DiscoveryCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    long seed = common.seed(clock);
    List<Report> reports = new ArrayList<>();
    for (int times : kills) {
      reports.add(run(times, seed, times == 0 ? "discovery" : "discovery-killed"));
    }
    return RunOptions.exitCode(reports);
  }

  private Report run(int times, long seed, String name) throws IOException, InterruptedException {
    DiscoveryOptions options =
        new DiscoveryOptions(
            people, times, heap, seed, Duration.ofHours(hours), common.data(name, clock));
    return common.keep(new DiscoveryRun(options, clock).run(), Output.of(spec), clock);
  }
}
