package dev.outreach.projector;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Says once a second how far a rebuild is, how fast and how long it will take. Thread-safe. */
final class RebuildProgress {

  private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final Consumer<String> says;
  private final long total;
  private final long begun = System.nanoTime();
  private final AtomicLong applied = new AtomicLong();
  private final AtomicLong said = new AtomicLong(begun);

  /**
   * Progress that begins now.
   *
   * @param total events there are to apply, as far as is known
   */
  RebuildProgress(Consumer<String> says, long total) {
    this.says = says;
    this.total = total;
  }

  void applied(int events) {
    long sum = applied.addAndGet(events);
    long now = System.nanoTime();
    long last = said.get();
    if (now - last >= EVERY_NANOS && said.compareAndSet(last, now)) {
      says.accept(line(sum, now));
    }
  }

  void done() {
    says.accept(line(applied.get(), System.nanoTime()));
  }

  private String line(long sum, long now) {
    double seconds = Math.max(0.001, (now - begun) / 1e9);
    double perSecond = sum / seconds;
    long left = perSecond < 1 ? 0 : Math.round((total - sum) / perSecond);
    return "%,d of %,d events (%d %%), %,d/s, %s"
        .formatted(
            sum,
            Math.max(total, sum),
            total <= 0 ? 100 : Math.min(100, sum * 100 / total),
            Math.round(perSecond),
            sum >= total ? "done in %.1f s".formatted(seconds) : left + " s left");
  }
}
