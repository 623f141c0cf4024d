package dev.outreach.standalone.command;

import dev.outreach.runtime.Settings;
import dev.outreach.standalone.embedded.StartFailure;
import dev.outreach.standalone.stack.LocalStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts everything on this machine and keeps it running. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts everything on this machine and keeps it running until Ctrl-C.",
    footer = {"", "Example:", "  outreach up --data-dir /var/lib/outreach"})
final class UpCommand implements Callable<Integer> {

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  UpCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws StartFailure, IOException, InterruptedException, ExecutionException {
    PrintWriter out = Output.of(spec);
    try (LocalStack.Running running = StackStart.start(settings, option.folder(), out)) {
      out.println("Import people with: outreach import people.csv");
      out.println("Ctrl-C stops it; nothing is lost.");
      return StackStart.untilStopped(running, out);
    }
  }
}
