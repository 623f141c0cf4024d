package dev.outreach.api.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One round of the inbox's work. Belongs to one thread. */
final class InboxRound {

  private static final Logger log = LoggerFactory.getLogger(InboxRound.class);
  private static final int AT_ONCE = 64;
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration REOPEN_EVERY = Duration.ofSeconds(3);
  private static final Duration TIDY_EVERY = Duration.ofHours(1);

  private final Statements statements;
  private final InboxQueue queue;
  private final ApplyArrivals applying;
  private final InboxSettings settings;
  private final Clock clock;
  private final MeterRegistry meters;
  private Instant reopenAt = Instant.MIN;
  private Instant tidyAt = Instant.MIN;

  InboxRound(
      Statements statements,
      ApplyArrivals applying,
      InboxSettings settings,
      Clock clock,
      MeterRegistry meters) {
    this.statements = statements;
    this.queue = new InboxQueue(statements);
    this.applying = applying;
    this.settings = settings;
    this.clock = clock;
    this.meters = meters;
  }

  /** Whether there may be more to do at once. */
  boolean run() {
    Instant now = clock.instant();
    tidy(now);
    List<Taken> taken = queue.take(now, LEASE, AT_ONCE);
    for (ApplyArrivals.Settled settled : applying.run(taken)) {
      queue.settle(settled.arrival(), settled.settlement(), clock.instant());
      count(settled);
    }
    return taken.size() == AT_ONCE;
  }

  private void tidy(Instant now) {
    if (!now.isBefore(reopenAt)) {
      reopenAt = now.plus(REOPEN_EVERY);
      queue.reopen(now);
    }
    if (!now.isBefore(tidyAt)) {
      tidyAt = now.plus(TIDY_EVERY);
      log.debug("{} rows of the inbox are forgotten", Housekeeping.run(statements, settings, now));
    }
  }

  private void count(ApplyArrivals.Settled settled) {
    meters
        .counter(
            "outreach.inbox.settled",
            "kind",
            settled.arrival().kind().word(),
            "as",
            settled.settlement().getClass().getSimpleName().toLowerCase(Locale.ROOT))
        .increment();
  }
}
