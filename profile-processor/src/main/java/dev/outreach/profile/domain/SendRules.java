package dev.outreach.profile.domain;

import static dev.outreach.profile.domain.Decision.accept;
import static dev.outreach.profile.domain.Decision.reject;
import static dev.outreach.profile.domain.Decision.unchanged;

import dev.outreach.profile.domain.Command.ApproveSend;
import dev.outreach.profile.domain.Command.CancelSend;
import dev.outreach.profile.domain.Command.RecordManualSend;
import dev.outreach.profile.domain.Command.ResolveUnconfirmed;
import dev.outreach.profile.domain.ProfileEvent.MessageCancelRequested;
import dev.outreach.profile.domain.ProfileEvent.MessageFailed;
import dev.outreach.profile.domain.ProfileEvent.MessageQueued;
import dev.outreach.profile.domain.ProfileEvent.MessageRequeued;
import dev.outreach.profile.domain.ProfileEvent.MessageSent;
import dev.outreach.schemas.identity.DerivedId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person may decide about the sending of a message. */
final class SendRules {

  /** Clocks of two machines may differ by this much. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private SendRules() {}

  static Decision approve(Known known, ApproveSend command, Envelope envelope, Policy policy) {
    Optional<Decision> refusal = Refusals.ofContact(known);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Message message = DraftRules.openDraft(known, command.messageId());
    if (message == null) {
      return Refusals.ofDraft(known, command.messageId());
    }
    if (!envelope.actor().isPerson()) {
      return Refusals.personRequired();
    }
    if (!message.to().equals(known.destination(policy))) {
      return stale("Account or recipient changed since the draft: save the draft again.");
    }
    if (!command.fingerprint().equals(message.fingerprint())) {
      return stale("The draft is not the one you saw: read it again and approve that one.");
    }
    String version = Long.toString(known.version() + 1);
    String orderId = DerivedId.of("order", message.id(), version);
    Approval approval = new Approval(orderId, envelope.occurredAt(), envelope.actor().name());
    return accept(new MessageQueued(message.id(), command.fingerprint(), approval));
  }

  private static Decision stale(String reason) {
    return reject(RejectionCode.STALE_APPROVAL, reason);
  }

  /** A request only: the sender decides whether it came in time, see {@link SendResultRules}. */
  static Decision cancel(Known known, CancelSend command) {
    Message message = known.messageInHand(command.messageId());
    if (message == null || !message.status().waitsForSending()) {
      return notQueued(message);
    }
    if (message.cancelRequested()) {
      return unchanged();
    }
    String reason = Objects.requireNonNullElse(command.reason(), "taken back by the operator");
    return accept(new MessageCancelRequested(message.id(), Causes.cancelled(reason)));
  }

  private static Decision notQueued(@Nullable Message message) {
    if (message != null && message.status() == MessageStatus.SENT) {
      return reject(
          RejectionCode.MESSAGE_ALREADY_SENT, "The message was sent: it cannot be taken back.");
    }
    if (message != null && message.status() == MessageStatus.UNCONFIRMED) {
      return Refusals.outcomeUnknown();
    }
    return reject(
        RejectionCode.NOT_QUEUED, "The message does not wait to be sent: nothing to take back.");
  }

  static Decision recordManual(
      Known known, RecordManualSend command, Envelope envelope, Policy policy) {
    Message message = known.messageInHand(command.messageId());
    if (message == null || message.status() != MessageStatus.WAITING_MANUAL) {
      return reject(
          RejectionCode.NOT_WAITING_MANUAL,
          "Nobody was asked to send this message by hand: check which message is meant.");
    }
    if (!command.sent()) {
      String reason = Objects.requireNonNullElse(command.reason(), "could not be sent by hand");
      return accept(new MessageFailed(message.id(), Causes.notSentByHand(reason), Evidence.PERSON));
    }
    Instant sentAt = Objects.requireNonNullElse(command.sentAt(), envelope.occurredAt());
    if (sentAt.isAfter(envelope.occurredAt().plus(CLOCK_TOLERANCE))) {
      return reject(
          RejectionCode.IMPLAUSIBLE_TIME, "sentAt lies ahead: give the time it was really sent.");
    }
    String words = command.sentText() == null ? message.draft().text() : command.sentText();
    Delivery delivery = new Delivery(SendRoute.MANUAL, null, null, words, sentAt);
    return accept(sent(message, delivery, false, Evidence.PERSON, policy));
  }

  static Decision resolve(
      Known known, ResolveUnconfirmed command, Envelope envelope, Policy policy) {
    Message message = known.messageInHand(command.messageId());
    if (message == null || message.status() != MessageStatus.UNCONFIRMED) {
      return reject(
          RejectionCode.NOT_UNCONFIRMED,
          "The message is not in doubt: look at its status, nothing has to be resolved.");
    }
    return switch (command.resolution()) {
      case WAS_SENT -> accept(confirmed(message, envelope.occurredAt(), Evidence.PERSON, policy));
      case GIVE_UP ->
          accept(
              new MessageFailed(message.id(), Causes.givenUp(command.reason()), Evidence.PERSON));
      case RETRY -> retry(known, message, command, envelope);
    };
  }

  private static Decision retry(
      Known known, Message message, ResolveUnconfirmed command, Envelope envelope) {
    Optional<Decision> refusal = Refusals.ofContact(known);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return envelope.actor().isPerson()
        ? accept(new MessageRequeued(message.id(), command.reason()))
        : Refusals.personRequired();
  }

  /** The message in doubt turned out to be sent as it was approved. */
  static MessageSent confirmed(Message message, Instant at, Evidence evidence, Policy policy) {
    SendRoute route =
        Objects.requireNonNullElse(message.delivery().route(), SendRoute.OFFICIAL_API);
    Delivery delivery = new Delivery(route, null, null, message.draft().text(), at);
    return sent(message, delivery, true, evidence, policy);
  }

  /** The message in doubt was seen in the conversation. */
  static MessageSent shown(Message message, Inbound echo, Policy policy) {
    SendRoute route =
        Objects.requireNonNullElse(message.delivery().route(), SendRoute.OFFICIAL_API);
    Delivery delivery =
        new Delivery(
            route,
            echo.platformMessageId(),
            echo.threadId(),
            message.draft().text(),
            echo.receivedAt());
    return sent(message, delivery, true, Evidence.PLATFORM, policy);
  }

  /** With the last follow-up allowed the person is exhausted. */
  static MessageSent sent(
      Message message, Delivery delivery, boolean reconciled, Evidence evidence, Policy policy) {
    boolean exhausted = FollowUpRules.exhausted(policy.followUps(), message.step());
    return new MessageSent(message.id(), delivery, reconciled, evidence, exhausted);
  }
}
