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

/** Lets a paused discovery job go on. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = "Lets a paused job go on from where it rests.")
final class ResumeJobCommand implements Callable<Integer> {

  private static final JobOrder ORDER = new JobOrder("resume", "The job goes on.");

  private final Settings settings;
  @ParentCommand private @Nullable JobsCommand jobs;
  @Mixin private final JobChoice choice = new JobChoice();
  @Spec private @Nullable CommandSpec spec;

  ResumeJobCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NotRunning {
    return ORDER.give(settings, jobs, choice, Output.of(spec));
  }
}
