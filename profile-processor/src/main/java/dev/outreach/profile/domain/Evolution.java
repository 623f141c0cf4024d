package dev.outreach.profile.domain;

import dev.outreach.profile.domain.Known.Closed;
import dev.outreach.profile.domain.ProfileEvent.AutomaticReplyReceived;
import dev.outreach.profile.domain.ProfileEvent.ContactOpened;
import dev.outreach.profile.domain.ProfileEvent.DraftFailed;
import dev.outreach.profile.domain.ProfileEvent.DraftRequested;
import dev.outreach.profile.domain.ProfileEvent.EchoReceived;
import dev.outreach.profile.domain.ProfileEvent.FollowUpsAllowed;
import dev.outreach.profile.domain.ProfileEvent.MessageCancelRequested;
import dev.outreach.profile.domain.ProfileEvent.MessageDeferred;
import dev.outreach.profile.domain.ProfileEvent.MessageDelivered;
import dev.outreach.profile.domain.ProfileEvent.MessageDiscarded;
import dev.outreach.profile.domain.ProfileEvent.MessageDrafted;
import dev.outreach.profile.domain.ProfileEvent.MessageEdited;
import dev.outreach.profile.domain.ProfileEvent.MessageFailed;
import dev.outreach.profile.domain.ProfileEvent.MessageHandedOver;
import dev.outreach.profile.domain.ProfileEvent.MessageQueued;
import dev.outreach.profile.domain.ProfileEvent.MessageRead;
import dev.outreach.profile.domain.ProfileEvent.MessageRequeued;
import dev.outreach.profile.domain.ProfileEvent.MessageSent;
import dev.outreach.profile.domain.ProfileEvent.MessageUnconfirmed;
import dev.outreach.profile.domain.ProfileEvent.MessageWithdrawn;
import dev.outreach.profile.domain.ProfileEvent.ProfileErased;
import dev.outreach.profile.domain.ProfileEvent.ProfileRefreshed;
import dev.outreach.profile.domain.ProfileEvent.ProfileRegistered;
import dev.outreach.profile.domain.ProfileEvent.ProfileReviewed;
import dev.outreach.profile.domain.ProfileEvent.ProfileSuppressed;
import dev.outreach.profile.domain.ProfileEvent.ReplyReceived;
import java.time.Instant;

/** What an event makes of a state. Folding the events of a person gives the state. */
public final class Evolution {

  private Evolution() {}

  /**
   * The state after the event.
   *
   * @throws IllegalStateException where the event cannot follow the state; decisions never give
   *     such an event
   */
  public static Known evolve(ProfileState state, ProfileEvent event) {
    return switch (state) {
      case Unknown _ -> first(event);
      case Known known -> next(known, event).versioned();
    };
  }

  private static Known first(ProfileEvent event) {
    if (event instanceof ProfileRegistered registered) {
      return Known.found(registered);
    }
    throw new IllegalStateException(event.getClass().getSimpleName() + " needs a known person");
  }

  private static Known next(Known known, ProfileEvent event) {
    return switch (event) {
      case ProfileRegistered _ -> throw new IllegalStateException("registered already");
      case ProfileRefreshed(_, Person person, _) -> known.with(person, known.discovery());
      case ProfileReviewed(Verdict verdict, _) -> reviewed(known, verdict);
      case DraftRequested requested -> MessageEvolution.requested(known, requested);
      case MessageDrafted drafted -> MessageEvolution.drafted(known, drafted);
      case DraftFailed _ -> MessageEvolution.draftFailed(known);
      case MessageEdited edited -> MessageEvolution.edited(known, edited);
      case MessageDiscarded discarded -> MessageEvolution.discarded(known, discarded);
      case MessageQueued queued -> MessageEvolution.queued(known, queued);
      case MessageCancelRequested asked -> MessageEvolution.askedBack(known, asked);
      case MessageDeferred deferred -> MessageEvolution.deferred(known, deferred);
      case MessageHandedOver over -> MessageEvolution.handedOver(known, over);
      case MessageSent sent -> MessageEvolution.sent(known, sent);
      case MessageFailed failed -> MessageEvolution.failed(known, failed);
      case MessageUnconfirmed doubt -> MessageEvolution.unconfirmed(known, doubt);
      case MessageWithdrawn withdrawn -> MessageEvolution.withdrawn(known, withdrawn);
      case MessageRequeued requeued -> MessageEvolution.requeued(known, requeued);
      case ContactOpened(Inbound inbound) -> known.with(known.conversation().hearing(inbound));
      case ReplyReceived(Inbound inbound) -> replied(known, inbound);
      case AutomaticReplyReceived(Inbound inbound) -> noted(known, inbound);
      case EchoReceived(Inbound inbound) -> noted(known, inbound);
      case MessageDelivered(_, Instant at) ->
          known.with(known.conversation().receipted(sent -> sent.delivered(at)));
      case MessageRead(_, Instant at) ->
          known.with(known.conversation().receipted(sent -> sent.read(at)));
      case ProfileSuppressed _ -> suppressed(known);
      case ProfileErased _ -> erased(known);
      case FollowUpsAllowed allowed -> FollowUpRules.allowed(known, allowed);
    };
  }

  private static Known reviewed(Known known, Verdict verdict) {
    Known judged = known.with(known.person(), verdict.status());
    boolean drafting =
        known.outreach() == OutreachStatus.DRAFTING || known.outreach() == OutreachStatus.DRAFTED;
    return verdict == Verdict.QUALIFIED || !drafting
        ? judged
        : stopped(judged, judged.resume(), Causes.NOT_QUALIFIED_ANY_MORE);
  }

  private static Known replied(Known known, Inbound inbound) {
    Known heard = known.with(known.conversation().hearing(inbound));
    OutreachStatus next = known.outreach().stopped() ? known.outreach() : OutreachStatus.REPLIED;
    Known stopped = stopped(heard, next, Causes.PERSON_REPLIED);
    return stopped.moved(
        next, null, stopped.message(), stopped.progress().replied(inbound.receivedAt()));
  }

  /** A draft that waits goes to the newest address, so its fingerprint changes with it. */
  private static Known noted(Known known, Inbound inbound) {
    Known noted = known.with(known.conversation().noting(inbound));
    Message message = noted.message();
    if (message == null || message.status() != MessageStatus.DRAFTED) {
      return noted;
    }
    Destination to = message.to();
    return noted.with(
        message.readdressed(new Destination(to.platform(), to.account(), noted.recipient())));
  }

  private static Known suppressed(Known known) {
    return stopped(known, OutreachStatus.OPTED_OUT, Causes.PERSON_SUPPRESSED)
        .with(Closed.SUPPRESSED);
  }

  private static Known erased(Known known) {
    Known closed =
        stopped(known, OutreachStatus.OPTED_OUT, Causes.PERSON_ERASED).with(Closed.ERASED);
    Message message = closed.message();
    return closed
        .with(known.person().erased(), known.discovery())
        .with(Conversation.NONE)
        .with(message == null ? null : message.erased());
  }

  private static Known stopped(Known known, OutreachStatus next, Cause cause) {
    Message message = known.message();
    return known.moved(
        next, null, message == null ? null : message.stopped(cause), known.progress());
  }
}
