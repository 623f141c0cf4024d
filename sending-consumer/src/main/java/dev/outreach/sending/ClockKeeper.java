package dev.outreach.sending;

import dev.outreach.sending.ledger.LedgerClock;
import dev.outreach.sending.ledger.LedgerException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the sender's clock right: machines' clocks drift, and are set. */
final class ClockKeeper implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ClockKeeper.class);
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final Clock clock;
  private final Runnable synchronise;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("send-clock").factory());

  private ClockKeeper(Clock clock, Runnable synchronise) {
    this.clock = clock;
    this.synchronise = synchronise;
  }

  static ClockKeeper of(TimeSource source, DataSource database, Clock machine) {
    LedgerClock ledgers = new LedgerClock(database, machine);
    return switch (source) {
      case DATABASE -> new ClockKeeper(ledgers, ledgers::synchronise);
      case PROCESS -> new ClockKeeper(machine, () -> {});
    };
  }

  Clock clock() {
    return clock;
  }

  /**
   * Asks for the time at once.
   *
   * @throws LedgerException where the server does not answer
   */
  void synchronise() {
    synchronise.run();
  }

  /** From now on asks again and again. */
  void start() {
    var _ =
        thread.scheduleWithFixedDelay(
            this::tryToSynchronise, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tryToSynchronise() {
    try {
      synchronise.run();
    } catch (LedgerException away) {
      log.warn("the ledger's time is not known anew", away);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
