package dev.outreach.systemtests;

import dev.outreach.runtime.Settings;
import dev.outreach.sandbox.MovableClock;
import dev.outreach.standalone.embedded.StartFailure;
import dev.outreach.standalone.stack.LocalStack;
import dev.outreach.standalone.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The whole product in this process, with servers of its own and simulated platforms only. */
final class WholeStack {

  private WholeStack() {}

  static LocalStack.Running on(Path folder) throws IOException, InterruptedException, StartFailure {
    return on(folder, new MovableClock(Clock.systemUTC()));
  }

  static LocalStack.Running on(Path folder, MovableClock clock)
      throws IOException, InterruptedException, StartFailure {
    return on(folder, clock, Map.of());
  }

  /** With what an operator set. */
  static LocalStack.Running on(Path folder, MovableClock clock, Map<String, String> environment)
      throws IOException, InterruptedException, StartFailure {
    return LocalStack.start(
        new StackOptions(folder, FreePorts.five(), Settings.of(environment), clock, true), _ -> {});
  }
}
