package dev.outreach.benchmarks;

import dev.outreach.benchmarks.faults.FaultOptions;
import dev.outreach.benchmarks.faults.FaultRun;
import dev.outreach.benchmarks.faults.Role;
import dev.outreach.benchmarks.report.Report;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
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

/** Sends while everything around is killed, and the same with a plain consumer. */
@Command(
    name = "sends-under-faults",
    mixinStandardHelpOptions = true,
    description = {
      "Approved messages against simulators that fall silent after accepting one in twenty, while two",
      "senders are killed and frozen and PostgreSQL crashes; then the same plan against a consumer that",
      "commits after the call, which must double some."
    })
@SuppressWarnings("FieldCanBeFinal") // picocli sets options
final class SendsUnderFaultsCommand implements Callable<Integer> {

  private final Clock clock;
  private final Class<?> main;
  @Mixin private RunOptions common = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--messages", description = "How many (default: ${DEFAULT-VALUE}).")
  private int messages = 10_000;

  @Option(names = "--faults", description = "How many (default: ${DEFAULT-VALUE}).")
  private int faults = 200;

  @Option(
      names = "--pace",
      paramLabel = "MS",
      description = "Milliseconds from fault to fault (default: ${DEFAULT-VALUE}).")
  private int pace = 4_500;

  @Option(
      names = "--role",
      description = "Only one sender: ${COMPLETION-CANDIDATES} (default: one after the other).")
  private List<Role> roles = List.of(Role.values());

  SendsUnderFaultsCommand(Clock clock, Class<?> main) {
    this.clock = clock;
    this.main = main;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure {
    PrintWriter out = Output.of(spec);
    long seed = common.seed(clock);
    out.println("seed " + seed);
    List<Report> reports = new ArrayList<>();
    for (Role role : roles) {
      FaultOptions options =
          new FaultOptions(
              messages, faults, seed, Duration.ofMillis(pace), common.data("faults", clock));
      reports.add(common.keep(new FaultRun(options, role, main, clock).run(), out, clock));
    }
    return RunOptions.exitCode(reports);
  }
}
