package dev.outreach.projector;

import dev.outreach.runtime.Explained;
import dev.outreach.runtime.Health;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs some tasks again and again, in one thread; one that fails is tried again the next time. */
final class Ticker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Ticker.class);
  private static final long CLOSE_WITHIN_SECONDS = 5;

  private final String what;
  private final Duration every;
  private final Runnable[] tasks;
  private final ScheduledExecutorService executor;
  private final AtomicReference<Health> health = new AtomicReference<>(new Health.Up());

  /**
   * A ticker that stands still.
   *
   * @param what names what stands where a task fails, for a person
   */
  Ticker(String what, Duration every, Runnable... tasks) {
    this.what = what;
    this.every = every;
    this.tasks = tasks.clone();
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("status-projector-" + what.replace(' ', '-')).factory());
  }

  void start() {
    ScheduledFuture<?> ticking =
        executor.scheduleAtFixedRate(
            this::tick, every.toMillis() / 10, every.toMillis(), TimeUnit.MILLISECONDS);
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
      log.warn("{} missed a tick", what, failure);
      health.set(new Health.Down(what + " stands: " + Explained.of(failure)));
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
