package dev.outreach.profile.domain;

import dev.outreach.profile.domain.DraftOutcome.Usage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to a person. The events alone give the state. */
public sealed interface ProfileEvent {

  /** The person is new. */
  record ProfileRegistered(String workspaceId, String profileId, String jobId, Person person)
      implements ProfileEvent {}

  /** The person was found again and something changed. */
  record ProfileRefreshed(String jobId, Person person, List<String> changed)
      implements ProfileEvent {}

  /** A reviewer decided; any verdict but QUALIFIED ends an open draft. */
  record ProfileReviewed(Verdict verdict, @Nullable String reason) implements ProfileEvent {}

  /** A draft was ordered. */
  record DraftRequested(String messageId, String taskId, @Nullable String promptVersion)
      implements ProfileEvent {}

  /** A draft is ready for a person's eyes. */
  record MessageDrafted(
      String messageId, String taskId, int step, Draft draft, Destination to, Usage usage)
      implements ProfileEvent {}

  /** No draft could be made. */
  record DraftFailed(String messageId, String taskId, Cause cause) implements ProfileEvent {}

  /** A person changed the words. */
  record MessageEdited(String messageId, String text, Destination to) implements ProfileEvent {}

  /** The draft, or the order for one, was thrown away. */
  record MessageDiscarded(String messageId, @Nullable String reason) implements ProfileEvent {}

  /** A person approved exactly these bytes. */
  record MessageQueued(String messageId, String fingerprint, Approval approval)
      implements ProfileEvent {}

  /** Taking a queued message back was asked for. */
  record MessageCancelRequested(String messageId, Cause cause) implements ProfileEvent {}

  /** The message waits. */
  record MessageDeferred(String messageId, Cause cause, @Nullable Instant until)
      implements ProfileEvent {}

  /** A person has to send it. */
  record MessageHandedOver(String messageId, Cause cause, @Nullable String link)
      implements ProfileEvent {}

  /**
   * It was sent.
   *
   * @param reconciled whether this was found out afterwards
   * @param evidence who says so
   * @param exhausted whether it was the last follow-up allowed
   */
  record MessageSent(
      String messageId, Delivery delivery, boolean reconciled, Evidence evidence, boolean exhausted)
      implements ProfileEvent {}

  /** It was not sent and will not be. */
  record MessageFailed(String messageId, Cause cause, Evidence evidence) implements ProfileEvent {}

  /** It may have been sent. */
  record MessageUnconfirmed(String messageId, Cause cause, @Nullable SendRoute route)
      implements ProfileEvent {}

  /** It was taken back before it left. */
  record MessageWithdrawn(String messageId, Cause cause) implements ProfileEvent {}

  /** A person found that it was not sent and ordered another try. */
  record MessageRequeued(String messageId, String reason) implements ProfileEvent {}

  /** The person wrote to us before we wrote to them. */
  record ContactOpened(Inbound inbound) implements ProfileEvent {}

  /** The person replied. Everything stops. */
  record ReplyReceived(Inbound inbound) implements ProfileEvent {}

  /** An out-of-office came back. Nothing stops. */
  record AutomaticReplyReceived(Inbound inbound) implements ProfileEvent {}

  /** Our own message came back. */
  record EchoReceived(Inbound inbound) implements ProfileEvent {}

  /** A message of ours reached the person's device. */
  record MessageDelivered(String messageId, Instant at) implements ProfileEvent {}

  /** The person read a message of ours. */
  record MessageRead(String messageId, Instant at) implements ProfileEvent {}

  /** The person is never contacted again. Everything stops. */
  record ProfileSuppressed(String reason) implements ProfileEvent {}

  /** The person is forgotten. Everything stops. */
  record ProfileErased(String reason) implements ProfileEvent {}

  /**
   * How many follow-ups a person gets was changed.
   *
   * @param followUps how many they get now
   */
  record FollowUpsAllowed(int followUps) implements ProfileEvent {}
}
