package dev.outreach.benchmarks.status;

import dev.outreach.benchmarks.harness.Store;
import dev.outreach.benchmarks.people.EventFeed;
import dev.outreach.benchmarks.people.Funnel;
import dev.outreach.benchmarks.people.Histories;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Events of new people, at a steady rate, until closed. */
final class Ingest implements AutoCloseable {

  private static final Duration BURST = Duration.ofMillis(20);

  private final Store store;
  private final Histories histories;
  private final Clock clock;
  private final int rate;
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final Thread thread;

  Ingest(Store store, String series, int rate, Clock clock) {
    this.store = store;
    this.histories = new Histories(new Funnel(series), 2);
    this.clock = clock;
    this.rate = rate;
    this.thread = Thread.ofPlatform().name("ingest").start(this::run);
  }

  private void run() {
    try (EventFeed feed = new EventFeed(store, histories.funnel().series())) {
      long begun = System.nanoTime();
      int person = 0;
      while (!isOver.get()) {
        long due = (System.nanoTime() - begun) * rate / 1_000_000_000L;
        while (histories.events(person) < due) {
          feed.tell(histories.of(person, clock.instant()));
          person++;
        }
        LockSupport.parkNanos(BURST.toNanos());
      }
      feed.settle();
    }
  }

  @Override
  public void close() {
    isOver.set(true);
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
