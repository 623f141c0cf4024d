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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Goes back to the read model shown before the last rebuild. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the rows that were shown before the last rebuild. They are brought up to date first,",
      "which takes as long as what happened since the rebuild."
    },
    footer = {"", "Examples:", "  outreach rollback", "  outreach rollback --at-once"})
final class RollbackCommand implements Callable<Integer> {

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--at-once",
      description =
          "Shows them as old as they are; the status says how old until status-projector has caught up.")
  private boolean atOnce;

  RollbackCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, NotRunning {
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
      return RebuildOutcome.print(rebuild.rollBack(atOnce), begun, out);
    }
  }
}
