package dev.outreach.benchmarks;

import dev.outreach.benchmarks.eventfaults.EventFaultOptions;
import dev.outreach.benchmarks.eventfaults.EventFaultRun;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
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

/** Exact counts whatever dies. */
@Command(
    name = "events-under-faults",
    mixinStandardHelpOptions = true,
    description = {
      "Random events while projectors are killed, their partitions move and PostgreSQL crashes: counts",
      "equal a recount and a fold of the log, and no read ever shows flags that contradict its counts."
    })
@SuppressWarnings("FieldCanBeFinal") // picocli sets options
final class EventsUnderFaultsCommand implements Callable<Integer> {

  private final Clock clock;
  private final Class<?> main;
  @Mixin private RunOptions common = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--events", description = "How many (default: ${DEFAULT-VALUE}).")
  private long events = 2_000_000;

  @Option(names = "--rate", description = "Events a second at most (default: ${DEFAULT-VALUE}).")
  private int rate = 8_000;

  @Option(names = "--faults", description = "How many (default: ${DEFAULT-VALUE}).")
  private int faults = 40;

  @Option(
      names = "--pace",
      paramLabel = "MS",
      description = "Milliseconds from fault to fault (default: ${DEFAULT-VALUE}).")
  private int pace = 5_000;

  @Option(
      names = "--reads",
      description = "How many looks at the counts at least (default: ${DEFAULT-VALUE}).")
  private long reads = 100_000;

  EventsUnderFaultsCommand(Clock clock, Class<?> main) {
    this.clock = clock;
    this.main = main;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure, SQLException {
    PrintWriter out = Output.of(spec);
    long seed = common.seed(clock);
    out.println("seed " + seed);
    EventFaultOptions options =
        new EventFaultOptions(
            events,
            rate,
            faults,
            Duration.ofMillis(pace),
            reads,
            seed,
            common.data("event-faults", clock));
    return RunOptions.exitCode(
        List.of(common.keep(new EventFaultRun(options, main, clock, out).run(), out, clock)));
  }
}
