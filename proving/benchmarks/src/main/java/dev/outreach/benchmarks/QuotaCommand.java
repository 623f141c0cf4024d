package dev.outreach.benchmarks;

import dev.outreach.benchmarks.quota.SimulatedWeek;
import dev.outreach.benchmarks.quota.WeekOptions;
import dev.outreach.benchmarks.report.Report;
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

/** A simulated week under limits. */
@Command(
    name = "quota",
    mixinStandardHelpOptions = true,
    description = {
      "A simulated week with two senders that die now and then and whose machines' clocks are a",
      "minute apart: no limit broken in any window, nearly all of the allowance used. Then two days with",
      "senders that believe those clocks, which must break a limit."
    })
@SuppressWarnings("FieldCanBeFinal") // picocli sets options
final class QuotaCommand implements Callable<Integer> {

  private final Clock clock;
  @Mixin private RunOptions common = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--days", description = "How long (default: ${DEFAULT-VALUE}).")
  private int days = 7;

  @Option(names = "--kills", description = "How often a sender dies (default: ${DEFAULT-VALUE}).")
  private int kills = 14;

  @Option(
      names = "--clock-error",
      paramLabel = "SECONDS",
      description = "One clock is ahead, the other behind by it (default: ${DEFAULT-VALUE}).")
  private int clockError = 30;

  QuotaCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, StartFailure, SQLException {
    PrintWriter out = Output.of(spec);
    long seed = common.seed(clock);
    out.println("seed " + seed);
    Duration error = Duration.ofSeconds(clockError);
    WeekOptions right =
        new WeekOptions(seed, days, kills, error, false, common.data("quota", clock));
    Report limits = common.keep(new SimulatedWeek(right).run(), out, clock);
    WeekOptions wrong = new WeekOptions(seed, 2, 8, error, true, common.data("quota-wrong", clock));
    Report mistaken = common.keep(new SimulatedWeek(wrong).run(), out, clock);
    return RunOptions.exitCode(List.of(limits, mistaken));
  }
}
