package dev.outreach.standalone.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of the command's thread, and lets the command close
 * what it has opened before the process ends.
 */
final class StopSignal {

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(25);

  private final CountDownLatch finished = new CountDownLatch(1);

  private StopSignal() {}

  /** From now on a signal interrupts the calling thread. */
  static StopSignal toThisThread() {
    StopSignal signal = new StopSignal();
    Thread command = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> signal.stop(command)));
    return signal;
  }

  /** The command is through: the process may end at once. */
  void finished() {
    finished.countDown();
  }

  private void stop(Thread command) {
    if (finished.getCount() == 0) {
      return;
    }
    command.interrupt();
    try {
      boolean closed = finished.await(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      if (!closed) {
        command.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
