package dev.outreach.projector;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Parts of one piece of work, each in a thread of its own. Without state. */
final class Together {

  private Together() {}

  /**
   * Runs all of them at the same time and returns when each has ended. The failure of one is
   * thrown, once the others have ended too.
   *
   * @throws InterruptedException where the thread is
   */
  static void run(List<Runnable> parts) throws InterruptedException {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            parts.size(), Thread.ofPlatform().name("rebuild-", 1).daemon().factory())) {
      for (Future<?> part : parts.stream().map(threads::submit).toList()) {
        part.get();
      }
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure.getCause());
    }
  }
}
