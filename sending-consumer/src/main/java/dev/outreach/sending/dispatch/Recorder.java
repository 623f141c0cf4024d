package dev.outreach.sending.dispatch;

import dev.outreach.sending.ledger.Change;
import dev.outreach.sending.ledger.LedgerException;
import dev.outreach.sending.ledger.SendLedger;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes steps durable, and holds on to what a platform has answered while the database is away:
 * only a worker that lives knows it. Thread-safe.
 */
final class Recorder {

  private static final Logger log = LoggerFactory.getLogger(Recorder.class);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

  private final SendLedger ledger;
  private final CountDownLatch closing = new CountDownLatch(1);

  Recorder(SendLedger ledger) {
    this.ledger = ledger;
  }

  /** Tries once. */
  boolean once(Change change) throws InterruptedException {
    return ledger.write(change);
  }

  /** Tries until it is durable or this process stops; false where it was not ours any more. */
  boolean untilDone(Change change) throws InterruptedException {
    while (true) {
      try {
        return ledger.write(change);
      } catch (LedgerException unavailable) {
        log.warn("message {}: {} not recorded yet", change.messageId(), change.transition());
        if (closing.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
          throw unavailable;
        }
      }
    }
  }

  /** From now on nothing is tried twice. */
  void stop() {
    closing.countDown();
  }
}
