package dev.outreach.profile.domain;

import dev.outreach.schemas.identity.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message. Every change is a method that refuses to leave the legal ways.
 *
 * @param id follows from person and step
 * @param step 0 is the first message, 1 the first follow-up
 * @param status where it stands
 * @param draft its words
 * @param to where it goes
 * @param approval the consent to its sending; null before it
 * @param delivery how it left
 * @param remark why it waits or ended
 * @param cancelRequested whether it was asked back and the sender has not answered yet
 */
public record Message(
    String id,
    int step,
    MessageStatus status,
    Draft draft,
    Destination to,
    @Nullable Approval approval,
    Delivery delivery,
    Remark remark,
    boolean cancelRequested) {

  /** Platforms tell whole seconds, by a clock of their own. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

  public Message {
    if (cancelRequested && !status.waitsForSending()) {
      throw new IllegalArgumentException("cancelRequested fits no message that is " + status);
    }
    if (status.waitsForSending() && approval == null) {
      throw new IllegalArgumentException("approval is missing in a message that is " + status);
    }
  }

  static Message drafted(String id, int step, Draft draft, Destination to) {
    return new Message(
        id, step, MessageStatus.DRAFTED, draft, to, null, Delivery.NONE, Remark.NONE, false);
  }

  /** What an approval must name; null once the words are forgotten. */
  public @Nullable String fingerprint() {
    return draft.text() == null
        ? null
        : Fingerprint.of(draft.text(), to.recipient(), to.platform().name(), to.account());
  }

  /** Whether an answer to this order speaks of the message as it stands. */
  boolean orderedBy(@Nullable String orderId) {
    return orderId == null || (approval != null && approval.orderId().equals(orderId));
  }

  /** Whether it was said after the approval, as far as two clocks can tell. */
  boolean isSince(Inbound echo) {
    return approval != null && !echo.receivedAt().isBefore(approval.at().minus(CLOCK_TOLERANCE));
  }

  /** Whether an echo shows exactly the words that were approved, said since the approval. */
  boolean isShownBy(Inbound echo) {
    String ours = draft.text();
    String shown = echo.text();
    return isSince(echo) && ours != null && shown != null && shown.strip().equals(ours.strip());
  }

  Message edited(String text, Destination destination) {
    return new Message(
        id, step, status, draft.edited(text), destination, null, delivery, remark, false);
  }

  Message readdressed(Destination destination) {
    return new Message(
        id, step, status, draft, destination, approval, delivery, remark, cancelRequested);
  }

  Message queued(Approval by) {
    MessageStatus next = status.become(MessageStatus.QUEUED);
    return new Message(id, step, next, draft, to, by, Delivery.NONE, Remark.NONE, false);
  }

  Message requeued() {
    MessageStatus next = status.become(MessageStatus.QUEUED);
    return new Message(id, step, next, draft, to, approval, delivery, Remark.NONE, false);
  }

  Message handedOver(Remark why) {
    MessageStatus next = status.become(MessageStatus.WAITING_MANUAL);
    return new Message(id, step, next, draft, to, approval, delivery, why, cancelRequested);
  }

  Message deferred(Cause cause, @Nullable Instant until) {
    Remark why = new Remark(cause, until, null);
    return new Message(id, step, status, draft, to, approval, delivery, why, cancelRequested);
  }

  Message unconfirmed(Cause cause, @Nullable SendRoute route) {
    MessageStatus next = status.become(MessageStatus.UNCONFIRMED);
    Delivery tried = Delivery.triedBy(route);
    return new Message(id, step, next, draft, to, approval, tried, Remark.of(cause), false);
  }

  Message sent(Delivery how) {
    MessageStatus next = status.become(MessageStatus.SENT);
    return new Message(id, step, next, draft, to, approval, how, Remark.NONE, false);
  }

  Message ended(MessageStatus end, Cause cause) {
    MessageStatus next = status.become(end);
    return new Message(id, step, next, draft, to, approval, delivery, Remark.of(cause), false);
  }

  Message askedBack(Cause cause) {
    Remark why = remark.because(cause);
    return new Message(id, step, status, draft, to, approval, delivery, why, true);
  }

  /** Draft thrown away or sending asked back, whichever fits; otherwise unchanged. */
  Message stopped(Cause cause) {
    if (status == MessageStatus.DRAFTED) {
      return ended(MessageStatus.DISCARDED, cause);
    }
    return status.waitsForSending() && !cancelRequested ? askedBack(cause) : this;
  }

  Message erased() {
    Approval anonymous =
        approval == null ? null : new Approval(approval.orderId(), approval.at(), null);
    return new Message(
        id,
        step,
        status,
        draft.erased(),
        new Destination(to.platform(), to.account(), ""),
        anonymous,
        delivery.erased(),
        remark.erased(),
        cancelRequested);
  }
}
