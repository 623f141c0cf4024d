package dev.outreach.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a sandbox as a process of its own: {@code Main <port> <folder>}. It stops when the process
 * does.
 */
public final class Main {

  private Main() {}

  /**
   * Starts the sandbox with its default settings, on the time of the machine.
   *
   * @param arguments port and folder
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("arguments are missing; give a port and a folder");
    }
    SandboxSettings settings =
        SandboxSettings.in(Path.of(arguments[1]), Clock.systemUTC())
            .withPort(Integer.parseInt(arguments[0]));
    try (Sandbox _ = Sandbox.start(settings)) {
      new CountDownLatch(1).await();
    }
  }
}
