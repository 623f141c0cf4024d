package dev.outreach.sending.dispatch;

import dev.outreach.runtime.Health;
import dev.outreach.sending.domain.Outlets;
import dev.outreach.sending.ledger.LedgerException;
import dev.outreach.sending.ledger.SendLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after what workers have left behind: ended leases, doubts, approvals that ran out, and what
 * operators have changed for messages that nobody claims.
 */
public final class Caretaker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Caretaker.class);
  private static final Duration ROUND = Duration.ofMillis(250);
  private static final int ROUNDS_OF_A_SECOND = 4;
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

  private final SendLedger ledger;
  private final Resolver resolver;
  private final DispatchSettings settings;
  private final Clock clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread loop;
  private int rounds;
  private final AtomicReference<Health> health =
      new AtomicReference<>(new Health.Starting("not started"));

  /** A caretaker that is not started yet. */
  public Caretaker(SendLedger ledger, Outlets outlets, DispatchSettings settings, Clock clock) {
    this.ledger = ledger;
    this.resolver = new Resolver(ledger, outlets, settings, clock);
    this.settings = settings;
    this.clock = clock;
    this.loop = Thread.ofPlatform().name("send-caretaker").unstarted(this::run);
  }

  /** Begins to look after things. */
  public void start() {
    loop.start();
  }

  /** Whether it can reach the ledger. */
  public Health health() {
    return health.get();
  }

  private void run() {
    try {
      while (!closing.await(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
        round();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    health.set(new Health.Down("stopped"));
  }

  private void round() throws InterruptedException {
    try {
      Instant now = clock.instant();
      ledger.endLeases(now, settings.settle());
      ledger.endOverdue(now);
      if (rounds++ % ROUNDS_OF_A_SECOND == 0) {
        ledger.endSuppressed(now);
      }
      ledger.takeClicked(now);
      ledger.wakeFreed(now);
      resolver.resolveDue();
      health.set(new Health.Up());
    } catch (LedgerException unavailable) {
      log.warn("the ledger is not available", unavailable);
      health.set(new Health.Down("the ledger's database does not answer"));
    } catch (RuntimeException failure) {
      log.error("looking after the ledger failed", failure);
      health.set(new Health.Down(failure.getClass().getSimpleName()));
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      if (!loop.join(CLOSE_WITHIN)) {
        loop.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
