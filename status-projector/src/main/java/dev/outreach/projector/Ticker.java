package dev.outreach.projector;

import dev.outreach.runtime.Health;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs some tasks every second, in one thread; one that fails is tried again a second later. */
final class Ticker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Ticker.class);
  private static final long CLOSE_WITHIN_SECONDS = 5;

  private final Runnable[] tasks;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("status-projector-ticker").factory());
  private final AtomicReference<Health> health = new AtomicReference<>(new Health.Up());

  Ticker(Runnable... tasks) {
    this.tasks = tasks.clone();
  }

  void start() {
    ScheduledFuture<?> ticking =
        executor.scheduleAtFixedRate(this::tick, 100, 1_000, TimeUnit.MILLISECONDS);
    log.debug("ticking: {}", !ticking.isDone());
  }

  Health health() {
    return health.get();
  }

  private void tick() {
    try {
      for (Runnable task : tasks) {
        task.run();
      }
      health.set(new Health.Up());
    } catch (RuntimeException failure) {
      log.warn("The follow-up clock missed a tick", failure);
      health.set(
          new Health.Down("the follow-up clock stands: " + failure.getClass().getSimpleName()));
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSE_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException _) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
