package dev.outreach.standalone.command;

import dev.outreach.runtime.Settings;
import dev.outreach.sandbox.MovableClock;
import dev.outreach.standalone.embedded.StartFailure;
import dev.outreach.standalone.stack.LocalStack;
import dev.outreach.standalone.stack.Ports;
import dev.outreach.standalone.stack.StackOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Starts the stack for a command, telling the operator how it comes along. */
final class StackStart {

  private StackStart() {}

  static LocalStack.Running start(Settings settings, Path folder, PrintWriter out)
      throws StartFailure, IOException, InterruptedException {
    MovableClock clock = new MovableClock(Clock.systemUTC());
    return start(new StackOptions(folder, Ports.of(settings), settings, clock, false), out);
  }

  static LocalStack.Running start(StackOptions options, PrintWriter out)
      throws StartFailure, IOException, InterruptedException {
    long begun = System.nanoTime();
    out.println("Starting Outreach on " + options.folder());
    LocalStack.Running running =
        LocalStack.start(options, step -> out.println("  " + seconds(begun) + "  " + step));
    options
        .settings()
        .unknown()
        .forEach(key -> out.println("  note: " + key + " is set but nothing knows it"));
    out.println("Ready after " + seconds(begun).strip() + ".");
    out.println(
        "Dashboard: %s/outreach/social#token=%s"
            .formatted(running.addresses().http(), running.token().value()));
    return running;
  }

  /**
   * Waits for Ctrl-C, which interrupts, or for a part to end by itself.
   *
   * @return the exit code
   */
  static int untilStopped(LocalStack.Running running, PrintWriter out) throws ExecutionException {
    CompletableFuture<StartFailure> failure = running.failure().toCompletableFuture();
    try {
      StartFailure ended = failure.get();
      out.println("outreach: " + ended.getMessage());
      return ended.reason().exitCode();
    } catch (InterruptedException _) {
      out.println("Stopping …");
      return 0;
    }
  }

  private static String seconds(long begun) {
    return "%5.1f s".formatted(Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
  }
}
