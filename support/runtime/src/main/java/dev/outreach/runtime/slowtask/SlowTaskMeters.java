package dev.outreach.runtime.slowtask;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What operators see of a {@link SlowTaskConsumer}. Thread-safe. */
final class SlowTaskMeters {

  private final AtomicInteger running = new AtomicInteger();
  private final AtomicReference<Optional<Instant>> oldest = new AtomicReference<>(Optional.empty());
  private final Counter completed;
  private final Counter deadLettered;
  private final Counter repeated;

  SlowTaskMeters(MeterRegistry meters, String app, Clock clock) {
    Gauge.builder("outreach.slowtask.in.flight", running, AtomicInteger::get)
        .description("Calls running now")
        .tag("app", app)
        .register(meters);
    Gauge.builder("outreach.slowtask.oldest.seconds", () -> ageOfOldest(clock))
        .description("Age of the oldest record in hand")
        .tag("app", app)
        .register(meters);
    completed = counter(meters, app, "completed", "Records done and committed");
    deadLettered = counter(meters, app, "dead.lettered", "Records committed as dead letters");
    repeated = counter(meters, app, "transactions.aborted", "Transactions that had to be repeated");
  }

  void observe(int callsRunning, Optional<Instant> oldestAccepted) {
    running.set(callsRunning);
    oldest.set(oldestAccepted);
  }

  void committed(int done, int poison) {
    completed.increment(done);
    deadLettered.increment(poison);
  }

  void aborted() {
    repeated.increment();
  }

  private double ageOfOldest(Clock clock) {
    return oldest
        .get()
        .map(accepted -> Duration.between(accepted, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }

  private static Counter counter(
      MeterRegistry meters, String app, String name, String description) {
    return Counter.builder("outreach.slowtask." + name)
        .description(description)
        .tag("app", app)
        .register(meters);
  }
}
