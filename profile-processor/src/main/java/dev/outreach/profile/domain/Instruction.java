package dev.outreach.profile.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Work for another app that follows from a change. */
public sealed interface Instruction {

  /** Write a draft. */
  record WriteDraft(OpenTask task, String messageId, @Nullable String promptVersion)
      implements Instruction {}

  /**
   * Send exactly these bytes once.
   *
   * @param expiresAt after this time it must not be sent any more
   */
  record Send(String orderId, Message message, Instant expiresAt) implements Instruction {}

  /** Do not send it, if it has not left. */
  record Cancel(String messageId, Cause cause) implements Instruction {}

  /** What a person or the platform knows about a message. */
  record Resolve(String messageId, Ending ending, @Nullable Delivery delivery, String reason)
      implements Instruction {}

  /**
   * Send nothing to the person any more.
   *
   * @param username their handle; null where the person is to be forgotten
   */
  record Stop(@Nullable String username, Cause cause) implements Instruction {}

  /** What the sender has to do with a message it cannot decide about. */
  enum Ending {
    SENT,
    RETRY,
    ABANDONED
  }

  /** The work that follows from an event, if any. */
  static Optional<Instruction> following(ProfileEvent event, Known after, Policy policy) {
    return switch (event) {
      case ProfileEvent.DraftRequested(String messageId, _, String promptVersion) ->
          Optional.ofNullable(after.task())
              .map(task -> new WriteDraft(task, messageId, promptVersion));
      case ProfileEvent.MessageQueued(_, _, Approval approval) ->
          Optional.ofNullable(after.message()).map(message -> send(message, approval, policy));
      case ProfileEvent.MessageRequeued(String messageId, String reason) ->
          Optional.of(new Resolve(messageId, Ending.RETRY, null, reason));
      case ProfileEvent.MessageSent sent when sent.evidence() != Evidence.SENDER ->
          Optional.of(
              new Resolve(
                  sent.messageId(), Ending.SENT, sent.delivery(), "seen by " + sent.evidence()));
      case ProfileEvent.MessageFailed failed when failed.evidence() != Evidence.SENDER ->
          Optional.of(
              new Resolve(failed.messageId(), Ending.ABANDONED, null, failed.cause().reason()));
      case ProfileEvent.EchoReceived(Inbound echo) -> sighting(echo, after);
      case ProfileEvent.ProfileSuppressed(String reason) ->
          Optional.of(new Stop(after.person().username(), Causes.suppressed(reason)));
      case ProfileEvent.ProfileErased _ -> Optional.of(new Stop(null, Causes.PERSON_ERASED));
      case ProfileEvent.ProfileRegistered _,
          ProfileEvent.ProfileRefreshed _,
          ProfileEvent.ProfileReviewed _,
          ProfileEvent.MessageDrafted _,
          ProfileEvent.DraftFailed _,
          ProfileEvent.MessageEdited _,
          ProfileEvent.MessageDiscarded _,
          ProfileEvent.MessageCancelRequested _,
          ProfileEvent.MessageDeferred _,
          ProfileEvent.MessageHandedOver _,
          ProfileEvent.MessageSent _,
          ProfileEvent.MessageFailed _,
          ProfileEvent.MessageUnconfirmed _,
          ProfileEvent.MessageWithdrawn _,
          ProfileEvent.ContactOpened _,
          ProfileEvent.ReplyReceived _,
          ProfileEvent.AutomaticReplyReceived _,
          ProfileEvent.MessageDelivered _,
          ProfileEvent.MessageRead _,
          ProfileEvent.FollowUpsAllowed _ ->
          Optional.empty();
    };
  }

  /**
   * Our own words that wait to be sent were seen in the conversation: the sender's record settles
   * what became of them.
   */
  private static Optional<Instruction> sighting(Inbound echo, Known after) {
    Message message = after.message();
    return message != null && message.status().waitsForSending() && message.isShownBy(echo)
        ? Optional.of(
            new Resolve(message.id(), Ending.SENT, shown(message, echo), "seen by PLATFORM"))
        : Optional.empty();
  }

  private static Delivery shown(Message message, Inbound echo) {
    return new Delivery(
        message.delivery().route(),
        echo.platformMessageId(),
        echo.threadId(),
        null,
        echo.receivedAt());
  }

  /** A message that was asked back by the change has to be stopped at the sender. */
  static Optional<Instruction> stopping(@Nullable Message before, @Nullable Message after) {
    if (after == null || !after.cancelRequested()) {
      return Optional.empty();
    }
    if (before != null && before.cancelRequested()) {
      return Optional.empty();
    }
    Cause cause =
        Objects.requireNonNullElse(after.remark().cause(), Causes.cancelled("asked back"));
    return Optional.of(new Cancel(after.id(), cause));
  }

  private static Instruction send(Message message, Approval approval, Policy policy) {
    return new Send(approval.orderId(), message, approval.at().plus(policy.approvalLifetime()));
  }
}
