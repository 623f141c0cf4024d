package dev.outreach.benchmarks;

import dev.outreach.benchmarks.rate.RateRun;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ledgered sends a second. */
@Command(
    name = "send-rate",
    mixinStandardHelpOptions = true,
    description = {
      "Sends against a platform that answers at once, with the ledger and, in the same run, with a",
      "consumer that commits after the call: sends a second, and processor time of each."
    })
@SuppressWarnings("FieldCanBeFinal") // picocli sets options
final class SendRateCommand implements Callable<Integer> {

  private final Clock clock;
  private final Class<?> main;
  @Mixin private RunOptions common = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--messages", description = "How many (default: ${DEFAULT-VALUE}).")
  private int messages = 20_000;

  @Option(names = "--in-flight", description = "Most calls at a time (default: ${DEFAULT-VALUE}).")
  private int inFlight = 128;

  SendRateCommand(Clock clock, Class<?> main) {
    this.clock = clock;
    this.main = main;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure {
    RateRun run = new RateRun(messages, inFlight, common.data("rate", clock), main, clock);
    return RunOptions.exitCode(List.of(common.keep(run.run(), Output.of(spec), clock)));
  }
}
