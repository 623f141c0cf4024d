package dev.outreach.standalone.command;

import dev.outreach.runtime.Settings;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Stops a discovery job for good. */
@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    description = "Stops a job for good at its next page; whom it found stays.")
final class CancelJobCommand implements Callable<Integer> {

  private static final JobOrder ORDER =
      new JobOrder("cancel", "The job stops at its next page, for good.");

  private final Settings settings;
  @ParentCommand private @Nullable JobsCommand jobs;
  @Mixin private final JobChoice choice = new JobChoice();
  @Spec private @Nullable CommandSpec spec;

  CancelJobCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NotRunning {
    return ORDER.give(settings, jobs, choice, Output.of(spec));
  }
}
