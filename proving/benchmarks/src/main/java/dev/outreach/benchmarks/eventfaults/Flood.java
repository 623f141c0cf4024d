package dev.outreach.benchmarks.eventfaults;

import dev.outreach.benchmarks.harness.Store;
import dev.outreach.benchmarks.people.EventFeed;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Writes random events at no more than a rate, in a thread of its own. */
final class Flood {

  private static final Duration BURST = Duration.ofMillis(20);
  private static final Duration SAY_AGAIN = Duration.ofSeconds(10);

  private final EventFaultOptions options;
  private final Store store;
  private final PrintWriter out;
  private final Instant begun;
  private final AtomicLong told = new AtomicLong();
  private final Thread thread;

  Flood(EventFaultOptions options, Store store, Instant begun, PrintWriter out) {
    this.options = options;
    this.store = store;
    this.begun = begun;
    this.out = out;
    this.thread = Thread.ofPlatform().name("flood").start(this::run);
  }

  private void run() {
    RandomEvents events = new RandomEvents(options.seed(), options.events(), begun);
    try (EventFeed feed = new EventFeed(store, "flood")) {
      long start = System.nanoTime();
      long said = start;
      while (told.get() < options.events()) {
        long now = System.nanoTime();
        long due = Math.min(options.events(), (now - start) / 1_000_000 * options.rate() / 1_000);
        while (told.get() < due) {
          feed.tell(events.next());
          told.incrementAndGet();
        }
        if (now - said > SAY_AGAIN.toNanos()) {
          said = now;
          out.printf("  %,d of %,d events%n", told.get(), options.events());
          out.flush();
        }
        LockSupport.parkNanos(BURST.toNanos());
      }
      feed.settle();
    }
  }

  /** Waits until everything is in the log. */
  void await() throws InterruptedException {
    thread.join();
    if (told.get() < options.events()) {
      throw new IllegalStateException("the flood ended at " + told.get() + " events");
    }
  }
}
