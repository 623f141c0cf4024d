package dev.outreach.standalone.command;

import dev.outreach.discovery.file.UnreadableFile;
import dev.outreach.runtime.Settings;
import dev.outreach.sandbox.MovableClock;
import dev.outreach.standalone.demo.Demo;
import dev.outreach.standalone.demo.DemoClock;
import dev.outreach.standalone.demo.Progress;
import dev.outreach.standalone.embedded.StartFailure;
import dev.outreach.standalone.stack.LocalStack;
import dev.outreach.standalone.stack.Ports;
import dev.outreach.standalone.stack.StackOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a whole funnel with scripted people. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts everything and takes scripted people through the whole funnel: found, reviewed,",
      "drafted, approved, sent, answered, followed up. Ends by checking counts against a full",
      "recount and our send ledger against what the simulated platforms received.",
      "Nothing leaves this machine."
    },
    footer = {
      "",
      "Examples:",
      "  outreach demo           then look at the dashboard; Ctrl-C ends it",
      "  outreach demo --once    ends by itself; exit code 0 only if all checks agree"
    })
final class DemoCommand implements Callable<Integer> {

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--once", description = "Ends after the checks instead of staying up.")
  private boolean once;

  DemoCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call()
      throws StartFailure, IOException, InterruptedException, ExecutionException, UnreadableFile {
    PrintWriter out = Output.of(spec);
    Path folder = option.folder();
    MovableClock clock = DemoClock.in(folder);
    try (LocalStack.Running running =
        StackStart.start(
            new StackOptions(folder, Ports.of(settings), settings, clock, true), out)) {
      Progress progress = new Progress(out, Output.isTerminal(), System::nanoTime);
      boolean agree = new Demo(running, clock, progress).run(out);
      if (once) {
        return agree ? 0 : 1;
      }
      out.println("The dashboard stays up; Ctrl-C ends the demo.");
      return StackStart.untilStopped(running, out);
    }
  }
}
