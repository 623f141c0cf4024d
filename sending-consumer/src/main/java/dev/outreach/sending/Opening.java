package dev.outreach.sending;

import dev.outreach.runtime.Health;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prepares what an app needs, trying again while something is absent, and then lets it begin. */
final class Opening implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Opening.class);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicReference<Health> health =
      new AtomicReference<>(new Health.Starting("not started"));
  private final Thread thread;

  /**
   * An opening that is not begun yet.
   *
   * @param prepare may throw as long as something is absent
   * @param begin run once, after the preparation succeeded
   */
  Opening(Runnable prepare, Runnable begin) {
    this.thread = Thread.ofPlatform().name("send-opening").unstarted(() -> run(prepare, begin));
  }

  void start() {
    health.set(new Health.Starting("preparing the ledger"));
    thread.start();
  }

  /** Up once everything was let begin. */
  Health health() {
    return health.get();
  }

  private void run(Runnable prepare, Runnable begin) {
    try {
      while (closing.getCount() > 0) {
        try {
          prepare.run();
          begin.run();
          health.set(new Health.Up());
          return;
        } catch (RuntimeException absent) {
          log.warn("the ledger cannot be prepared yet", absent);
          health.set(new Health.Down("the ledger's database cannot be prepared"));
        }
        if (closing.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      if (!thread.join(CLOSE_WITHIN)) {
        thread.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
