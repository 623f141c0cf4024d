package dev.outreach.benchmarks;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The top of the command line. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Proofs at full size, and benchmarks beside their peers.",
    footer = {
      "",
      "Every run prints a table and writes <name>.json; it exits 1 where something did not hold."
    })
final class BenchmarkCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  private BenchmarkCommand() {}

  static CommandLine commandLine(Clock clock, Class<?> main) {
    return new CommandLine(new BenchmarkCommand())
        .addSubcommand(new SendsUnderFaultsCommand(clock, main))
        .addSubcommand(new QuotaCommand(clock))
        .addSubcommand(new SendRateCommand(clock, main))
        .addSubcommand(new FullPathCommand(clock, main))
        .addSubcommand(new RebuildCommand(clock, main))
        .addSubcommand(new StatusReadCommand(clock, main))
        .addSubcommand(new EventsUnderFaultsCommand(clock, main))
        .addSubcommand(new DiscoveryCommand(clock))
        .addSubcommand(new SenderCommand(clock))
        .addSubcommand(new PartCommand(clock))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
