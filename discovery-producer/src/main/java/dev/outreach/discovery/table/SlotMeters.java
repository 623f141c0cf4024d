package dev.outreach.discovery.table;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** Shows how much of PostgreSQL's log the slot keeps from being thrown away. Thread-safe. */
final class SlotMeters {

  private final AtomicLong held = new AtomicLong();
  private final AtomicLong lag = new AtomicLong();

  SlotMeters(MeterRegistry registry) {
    Gauge.builder("outreach.table.intake.wal.held", held, AtomicLong::doubleValue)
        .description("Log that PostgreSQL keeps for the table's replication slot")
        .baseUnit("bytes")
        .register(registry);
    Gauge.builder("outreach.table.intake.wal.lag", lag, AtomicLong::doubleValue)
        .description("Log that the table's capture has not read yet")
        .baseUnit("bytes")
        .register(registry);
  }

  void show(SlotState state) {
    if (state instanceof SlotState.Ready(long heldBytes, long lagBytes)) {
      held.set(heldBytes);
      lag.set(lagBytes);
    }
  }
}
