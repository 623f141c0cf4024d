package dev.outreach.profile.avro;

import dev.outreach.profile.domain.Inbound;
import dev.outreach.profile.domain.ProfileEvent;
import dev.outreach.schemas.AutomaticReplyReceived;
import dev.outreach.schemas.ContactOpened;
import dev.outreach.schemas.DraftFailed;
import dev.outreach.schemas.DraftRequested;
import dev.outreach.schemas.EchoReceived;
import dev.outreach.schemas.FollowUpsAllowed;
import dev.outreach.schemas.MessageCancelRequested;
import dev.outreach.schemas.MessageDeferred;
import dev.outreach.schemas.MessageDelivered;
import dev.outreach.schemas.MessageDiscarded;
import dev.outreach.schemas.MessageDrafted;
import dev.outreach.schemas.MessageEdited;
import dev.outreach.schemas.MessageFailed;
import dev.outreach.schemas.MessageHandedOver;
import dev.outreach.schemas.MessageQueued;
import dev.outreach.schemas.MessageRead;
import dev.outreach.schemas.MessageRequeued;
import dev.outreach.schemas.MessageSent;
import dev.outreach.schemas.MessageUnconfirmed;
import dev.outreach.schemas.MessageWithdrawn;
import dev.outreach.schemas.ProfileErased;
import dev.outreach.schemas.ProfileRefreshed;
import dev.outreach.schemas.ProfileRegistered;
import dev.outreach.schemas.ProfileReviewed;
import dev.outreach.schemas.ProfileSuppressed;
import dev.outreach.schemas.ReplyReceived;
import dev.outreach.schemas.ReviewVerdict;
import dev.outreach.schemas.SendRoute;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** Writes the payload of an event. */
final class Events {

  private Events() {}

  static SpecificRecord write(ProfileEvent event) {
    return switch (event) {
      case ProfileEvent.ProfileRegistered e ->
          new ProfileRegistered(e.jobId(), e.person().source());
      case ProfileEvent.ProfileRefreshed e -> new ProfileRefreshed(e.jobId(), e.changed());
      case ProfileEvent.ProfileReviewed e ->
          new ProfileReviewed(SameName.in(ReviewVerdict.class, e.verdict()), e.reason());
      case ProfileEvent.DraftRequested e ->
          new DraftRequested(e.messageId(), e.taskId(), e.promptVersion());
      case ProfileEvent.MessageDrafted e -> drafted(e);
      case ProfileEvent.DraftFailed e ->
          new DraftFailed(e.messageId(), e.taskId(), e.cause().code(), e.cause().reason());
      case ProfileEvent.MessageEdited e -> new MessageEdited(e.messageId());
      case ProfileEvent.MessageDiscarded e -> new MessageDiscarded(e.messageId(), e.reason());
      case ProfileEvent.MessageQueued e -> new MessageQueued(e.messageId(), e.fingerprint());
      case ProfileEvent.MessageCancelRequested e ->
          new MessageCancelRequested(e.messageId(), e.cause().code(), e.cause().reason());
      case ProfileEvent.MessageDeferred e ->
          new MessageDeferred(e.messageId(), e.cause().code(), e.cause().reason(), e.until());
      case ProfileEvent.MessageHandedOver e ->
          new MessageHandedOver(e.messageId(), e.cause().code(), e.cause().reason());
      case ProfileEvent.MessageSent e -> sent(e);
      case ProfileEvent.MessageFailed e ->
          new MessageFailed(e.messageId(), e.cause().code(), e.cause().reason());
      case ProfileEvent.MessageUnconfirmed e ->
          new MessageUnconfirmed(e.messageId(), e.cause().code(), e.cause().reason());
      case ProfileEvent.MessageWithdrawn e ->
          new MessageWithdrawn(e.messageId(), e.cause().code(), e.cause().reason());
      case ProfileEvent.MessageRequeued e -> new MessageRequeued(e.messageId(), e.reason());
      case ProfileEvent.ContactOpened(Inbound in) ->
          new ContactOpened(in.platformMessageId(), in.text(), in.address());
      case ProfileEvent.ReplyReceived(Inbound in) ->
          new ReplyReceived(in.platformMessageId(), in.text(), in.address());
      case ProfileEvent.AutomaticReplyReceived(Inbound in) ->
          new AutomaticReplyReceived(in.platformMessageId(), in.text());
      case ProfileEvent.EchoReceived(Inbound in) -> new EchoReceived(in.platformMessageId());
      case ProfileEvent.MessageDelivered e -> new MessageDelivered(e.messageId(), e.at());
      case ProfileEvent.MessageRead e -> new MessageRead(e.messageId(), e.at());
      case ProfileEvent.ProfileSuppressed e -> new ProfileSuppressed(e.reason());
      case ProfileEvent.ProfileErased e -> new ProfileErased(e.reason());
      case ProfileEvent.FollowUpsAllowed(int followUps) -> new FollowUpsAllowed(followUps);
    };
  }

  private static SpecificRecord drafted(ProfileEvent.MessageDrafted event) {
    return new MessageDrafted(
        event.messageId(),
        event.taskId(),
        event.usage().inputTokens(),
        event.usage().outputTokens(),
        event.usage().costMicros());
  }

  private static SpecificRecord sent(ProfileEvent.MessageSent event) {
    dev.outreach.profile.domain.SendRoute route =
        Objects.requireNonNull(event.delivery().route(), "a message that was sent has a route");
    return new MessageSent(
        event.messageId(), SameName.in(SendRoute.class, route), event.reconciled());
  }
}
