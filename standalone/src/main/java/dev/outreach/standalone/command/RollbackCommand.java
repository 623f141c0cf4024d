package dev.outreach.standalone.command;

import dev.outreach.runtime.Settings;
import java.io.IOException;
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
  public Integer call() throws IOException, InterruptedException, NotRunning {
    return Rebuilding.run(settings, option, Output.of(spec), rebuild -> rebuild.rollBack(atOnce));
  }
}
