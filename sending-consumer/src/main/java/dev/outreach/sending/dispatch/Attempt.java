package dev.outreach.sending.dispatch;

import dev.outreach.sending.domain.Aftermath;
import dev.outreach.sending.domain.CallOutcome;
import dev.outreach.sending.domain.Delivery;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result;
import dev.outreach.sending.domain.Transition;
import dev.outreach.sending.ledger.Change;
import dev.outreach.sending.ledger.Claimed;
import dev.outreach.sending.ledger.Details;
import dev.outreach.sending.ledger.LedgerException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker's try to send one message that it has claimed. */
final class Attempt {

  private static final Logger log = LoggerFactory.getLogger(Attempt.class);

  private final Claimed claimed;
  private final Delivery delivery;
  private final Recorder recorder;
  private final Aftercare aftercare;
  private final Clock clock;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.BEFORE_MARK);
  private final AtomicBoolean notOurs = new AtomicBoolean();

  /** Decides between the call and its deadline who was first. */
  private enum Phase {
    BEFORE_MARK,
    MARK_BEGUN,
    BROKEN_OFF
  }

  Attempt(Claimed claimed, Delivery delivery, Recorder recorder, Aftercare aftercare, Clock clock) {
    this.claimed = claimed;
    this.delivery = delivery;
    this.recorder = recorder;
    this.aftercare = aftercare;
    this.clock = clock;
  }

  /** Sends, and records what became of it. Where the recording fails, the lease will end. */
  void run(Deadline deadline) throws InterruptedException {
    if (claimed.lookFirst() && isSettledByLooking()) {
      return;
    }
    CallOutcome outcome = deadline.during(this::call, this::brokenOff);
    if (notOurs.get()) {
      release();
      return;
    }
    boolean isMarked = phase.get() == Phase.MARK_BEGUN;
    Transition step = Aftermath.ofCall(outcome, isMarked, claimed.position().inDoubt());
    stopAccount(outcome);
    boolean recorded = recorder.untilDone(aftercare.change(claimed, step, outcome));
    if (!recorded) {
      log.info("message {}: {} came too late to be recorded", claimed.messageId(), step);
    }
  }

  /** Before the message is free again, so that nobody else of the account goes first. */
  private void stopAccount(CallOutcome outcome) {
    try {
      aftercare.account(claimed, outcome);
    } catch (LedgerException unavailable) {
      log.warn("the account of message {} is not held", claimed.messageId(), unavailable);
    }
  }

  private CallOutcome call() {
    try {
      return delivery.send(claimed.order(), this::mark);
    } catch (NotOursException _) {
      return brokenOff();
    } catch (RuntimeException failure) {
      log.warn("message {}: the call failed", claimed.messageId(), failure);
      return brokenOff();
    }
  }

  /**
   * Nothing can have left before the mark, and from here on nothing will; once the mark was begun,
   * anything can.
   */
  private CallOutcome brokenOff() {
    boolean nothingLeft =
        phase.compareAndSet(Phase.BEFORE_MARK, Phase.BROKEN_OFF) || phase.get() == Phase.BROKEN_OFF;
    return nothingLeft
        ? new CallOutcome.NotExecuted(
            new Reason("NOT_REACHED", "The platform could not be reached."),
            Optional.empty(),
            CallOutcome.Hold.NONE)
        : new CallOutcome.InDoubt(new Reason("NO_ANSWER", "The platform gave no answer in time."));
  }

  private void mark() {
    if (!phase.compareAndSet(Phase.BEFORE_MARK, Phase.MARK_BEGUN)) {
      throw new NotOursException(claimed.messageId());
    }
    Instant now = clock.instant();
    Details details = Details.marked(now, aftercare.leaseFrom(now));
    try {
      if (!recorder.once(
          Change.of(claimed.messageId(), Transition.MARK, claimed.fence(), details))) {
        notOurs.set(true);
        throw new NotOursException(claimed.messageId());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new NotOursException(claimed.messageId());
    }
  }

  /**
   * Where the account was stopped the claim is still ours and goes back; else this does nothing.
   */
  private void release() throws InterruptedException {
    Instant now = clock.instant();
    Reason stopped = new Reason("STOPPED", "It was stopped just before it would have left.");
    recorder.once(
        Change.of(
            claimed.messageId(),
            Transition.RELEASE,
            claimed.fence(),
            Details.waiting(now, now, stopped, Optional.empty())));
  }

  private boolean isSettledByLooking() throws InterruptedException {
    if (delivery.deliveryClass() != DeliveryClass.QUERYABLE) {
      return false;
    }
    Delivery.Sighting sighting = delivery.find(claimed.order(), claimed.order().approval().at());
    if (!(sighting instanceof Delivery.Sighting.Found found)) {
      return false;
    }
    Instant now = clock.instant();
    Result.Succeeded sent =
        new Result.Succeeded(
            claimed.route(),
            Optional.of(found.platformMessageId()),
            found.threadId(),
            Optional.empty(),
            found.sentAt(),
            true);
    return recorder.untilDone(
        Change.of(claimed.messageId(), Transition.FIND, claimed.fence(), Details.sent(now, sent))
            .telling(sent));
  }
}
