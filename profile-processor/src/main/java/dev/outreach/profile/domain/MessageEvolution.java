package dev.outreach.profile.domain;

import dev.outreach.profile.domain.ProfileEvent.DraftRequested;
import dev.outreach.profile.domain.ProfileEvent.MessageCancelRequested;
import dev.outreach.profile.domain.ProfileEvent.MessageDeferred;
import dev.outreach.profile.domain.ProfileEvent.MessageDiscarded;
import dev.outreach.profile.domain.ProfileEvent.MessageDrafted;
import dev.outreach.profile.domain.ProfileEvent.MessageEdited;
import dev.outreach.profile.domain.ProfileEvent.MessageFailed;
import dev.outreach.profile.domain.ProfileEvent.MessageHandedOver;
import dev.outreach.profile.domain.ProfileEvent.MessageQueued;
import dev.outreach.profile.domain.ProfileEvent.MessageRequeued;
import dev.outreach.profile.domain.ProfileEvent.MessageSent;
import dev.outreach.profile.domain.ProfileEvent.MessageUnconfirmed;
import dev.outreach.profile.domain.ProfileEvent.MessageWithdrawn;
import java.time.Instant;
import java.util.Objects;

/**
 * What the events of a message make of a state. A conversation that is stopped (replied, opted out)
 * stays so whatever becomes of a message that was under way.
 */
final class MessageEvolution {

  private MessageEvolution() {}

  static Known requested(Known known, DraftRequested event) {
    OpenTask task = new OpenTask(event.taskId(), known.progress().nextStep());
    return known.moved(OutreachStatus.DRAFTING, task, known.message(), known.progress());
  }

  static Known drafted(Known known, MessageDrafted event) {
    Message before = known.messageInHand(event.messageId());
    if (before != null) {
      before.status().become(MessageStatus.DRAFTED);
    }
    Message message = Message.drafted(event.messageId(), event.step(), event.draft(), event.to());
    return known.moved(OutreachStatus.DRAFTED, null, message, known.progress());
  }

  /** Back to the older draft where this was to replace one. */
  static Known draftFailed(Known known) {
    Message message = known.message();
    boolean olderDraft = message != null && message.status() == MessageStatus.DRAFTED;
    OutreachStatus next = olderDraft ? OutreachStatus.DRAFTED : known.resume();
    return known.moved(next, null, message, known.progress());
  }

  static Known edited(Known known, MessageEdited event) {
    return known.with(inHand(known, event.messageId()).edited(event.text(), event.to()));
  }

  static Known discarded(Known known, MessageDiscarded event) {
    String reason = Objects.requireNonNullElse(event.reason(), "no reason given");
    Message message = known.message();
    return known.moved(
        known.resume(),
        null,
        message == null ? null : message.stopped(Causes.discarded(reason)),
        known.progress());
  }

  static Known queued(Known known, MessageQueued event) {
    Message message = inHand(known, event.messageId()).queued(event.approval());
    return known.moved(OutreachStatus.QUEUED, null, message, known.progress());
  }

  static Known askedBack(Known known, MessageCancelRequested event) {
    return known.with(inHand(known, event.messageId()).askedBack(event.cause()));
  }

  static Known deferred(Known known, MessageDeferred event) {
    return known.with(inHand(known, event.messageId()).deferred(event.cause(), event.until()));
  }

  static Known handedOver(Known known, MessageHandedOver event) {
    String link = known.erased() ? null : event.link();
    Remark why = new Remark(event.cause(), null, link);
    return known.with(inHand(known, event.messageId()).handedOver(why));
  }

  static Known sent(Known known, MessageSent event) {
    Message message = inHand(known, event.messageId());
    Instant at = Objects.requireNonNull(event.delivery().sentAt(), "delivery without a time");
    Delivery delivery = known.erased() ? event.delivery().erased() : event.delivery();
    OutreachStatus goesOn = event.exhausted() ? OutreachStatus.EXHAUSTED : OutreachStatus.SENT;
    return known
        .moved(
            known.outreach().stopped() ? known.outreach() : goesOn,
            null,
            message.sent(delivery),
            known.progress().sent(message.step(), at))
        .with(known.conversation().saying(message.id(), delivery, at));
  }

  static Known failed(Known known, MessageFailed event) {
    return over(
        known,
        inHand(known, event.messageId()).ended(MessageStatus.FAILED, event.cause()),
        OutreachStatus.FAILED);
  }

  static Known unconfirmed(Known known, MessageUnconfirmed event) {
    return over(
        known,
        inHand(known, event.messageId()).unconfirmed(event.cause(), event.route()),
        OutreachStatus.UNCONFIRMED);
  }

  static Known withdrawn(Known known, MessageWithdrawn event) {
    return over(
        known,
        inHand(known, event.messageId()).ended(MessageStatus.CANCELLED, event.cause()),
        known.resume());
  }

  static Known requeued(Known known, MessageRequeued event) {
    Message message = inHand(known, event.messageId()).requeued();
    return known.moved(OutreachStatus.QUEUED, null, message, known.progress());
  }

  private static Known over(Known known, Message message, OutreachStatus next) {
    OutreachStatus outreach = known.outreach().stopped() ? known.outreach() : next;
    return known.moved(outreach, null, message, known.progress());
  }

  private static Message inHand(Known known, String messageId) {
    Message message = known.messageInHand(messageId);
    if (message == null) {
      throw new IllegalStateException("message " + messageId + " is not the one in hand");
    }
    return message;
  }
}
