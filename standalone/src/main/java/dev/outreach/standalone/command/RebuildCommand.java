package dev.outreach.standalone.command;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.projector.ProjectorConfig;
import dev.outreach.projector.Rebuild;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.topics.Topics;
import dev.outreach.standalone.stack.Databases;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the read model again from the log. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the read model again from the log, beside the one readers see, checks it against a full",
      "recount and against the live rows, and shows it in one transaction. Readers never wait.",
      "May be killed and run again: it goes on where it was. 'outreach rollback' is the way back."
    },
    footer = {"", "Examples:", "  outreach rebuild", "  outreach rebuild --to-version 2"})
final class RebuildCommand implements Callable<Integer> {

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--to-version",
      paramLabel = "N",
      description = "Only towards projection version N; nothing is done where it is live already.")
  private @Nullable Integer version;

  @Option(
      names = "--accept-difference",
      description = "Shows the new rows even where they differ from the live ones.")
  private boolean acceptDifference;

  RebuildCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NotRunning {
    PrintWriter out = Output.of(spec);
    Settings complete = Deployment.of(settings, option.folder());
    long begun = System.nanoTime();
    try (HikariDataSource database = Databases.ofOperator(complete)) {
      Rebuild rebuild =
          new Rebuild(
              ProjectorConfig.of(complete, Topics.standard()),
              database,
              Clock.systemUTC(),
              line -> out.println("  " + line));
      Rebuild.Outcome outcome =
          rebuild.run(
              new Rebuild.Options(
                  version == null ? OptionalInt.empty() : OptionalInt.of(version),
                  acceptDifference));
      return RebuildOutcome.print(outcome, begun, out);
    }
  }
}
