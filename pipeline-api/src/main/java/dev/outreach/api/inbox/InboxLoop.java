package dev.outreach.api.inbox;

import dev.outreach.runtime.Health;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works round after round: at once where it is woken, else after a rest. A database that is away is
 * waited for.
 */
final class InboxLoop implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(InboxLoop.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final Runnable migration;
  private final BooleanSupplier round;
  private final Duration idle;
  private final Semaphore work = new Semaphore(0);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread thread;
  private volatile Health health = new Health.Starting("makes the tables of the inbox");

  /**
   * @param idle how long it rests where nothing arrives
   * @param migration makes the tables that are missing
   * @param round one round; says whether there may be more to do at once
   */
  InboxLoop(String name, Duration idle, Runnable migration, BooleanSupplier round) {
    this.idle = idle;
    this.migration = migration;
    this.round = round;
    this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void wake() {
    work.release();
  }

  Health health() {
    return health;
  }

  private void run() {
    try {
      while (!closed.get() && !attempt(migration)) {
        pause(AFTER_FAILURE);
      }
      while (!closed.get()) {
        pause(attempt(this::untilNothingIsDue) ? idle : AFTER_FAILURE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void untilNothingIsDue() {
    while (!closed.get() && round.getAsBoolean()) {
      log.debug("the inbox is not empty yet");
    }
  }

  private boolean attempt(Runnable part) {
    try {
      part.run();
      health = new Health.Up();
      return true;
    } catch (RuntimeException failure) {
      log.warn("the inbox waits", failure);
      health = new Health.Down("the inbox's tables cannot be reached");
      return false;
    }
  }

  private void pause(Duration time) throws InterruptedException {
    if (work.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
      work.drainPermits();
    }
  }

  @Override
  public void close() {
    closed.set(true);
    work.release();
    try {
      if (thread.isAlive() && !thread.join(CLOSE_WITHIN)) {
        thread.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
