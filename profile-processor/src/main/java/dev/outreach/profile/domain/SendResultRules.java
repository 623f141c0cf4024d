package dev.outreach.profile.domain;

import static dev.outreach.profile.domain.Decision.accept;
import static dev.outreach.profile.domain.Decision.unchanged;

import dev.outreach.profile.domain.Input.SendAnswered;
import dev.outreach.profile.domain.ProfileEvent.MessageDeferred;
import dev.outreach.profile.domain.ProfileEvent.MessageFailed;
import dev.outreach.profile.domain.ProfileEvent.MessageHandedOver;
import dev.outreach.profile.domain.ProfileEvent.MessageUnconfirmed;
import dev.outreach.profile.domain.ProfileEvent.MessageWithdrawn;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sender's answers. A definite success is evidence whenever it comes, even after a reply, a
 * cancellation or an earlier failure. Everything else counts only for the order that is open: an
 * answer to an earlier order of the same message changes nothing.
 */
final class SendResultRules {

  private SendResultRules() {}

  static Decision answered(Known known, SendAnswered answer, Policy policy) {
    Message message = known.messageInHand(answer.messageId());
    if (message == null || message.status() == MessageStatus.SENT) {
      return unchanged();
    }
    if (answer.outcome() instanceof SendOutcome.Succeeded success) {
      return succeeded(message, success, policy);
    }
    return message.orderedBy(answer.orderId()) ? open(message, answer.outcome()) : unchanged();
  }

  private static Decision succeeded(Message message, SendOutcome.Succeeded success, Policy policy) {
    Delivery delivery =
        new Delivery(
            success.route(),
            success.platformMessageId(),
            success.threadId(),
            success.sentText() == null ? approvedText(message) : success.sentText(),
            success.sentAt());
    return accept(SendRules.sent(message, delivery, success.reconciled(), Evidence.SENDER, policy));
  }

  /** The words in hand, unless they were written after the order that succeeded. */
  private static @Nullable String approvedText(Message message) {
    return message.approval() == null ? null : message.draft().text();
  }

  private static Decision open(Message message, SendOutcome outcome) {
    boolean waits = message.status().waitsForSending();
    boolean doubtful = message.status() == MessageStatus.UNCONFIRMED;
    String id = message.id();
    return switch (outcome) {
      case SendOutcome.Succeeded _ -> unchanged();
      case SendOutcome.Failed(Cause cause) when waits || doubtful ->
          accept(new MessageFailed(id, cause, Evidence.SENDER));
      case SendOutcome.Unconfirmed(Cause cause, SendRoute route) when waits ->
          accept(new MessageUnconfirmed(id, cause, route));
      case SendOutcome.Withdrawn(Cause cause) when waits -> accept(new MessageWithdrawn(id, cause));
      case SendOutcome.NeedsPerson(Cause cause, String link)
          when message.status() == MessageStatus.QUEUED ->
          accept(new MessageHandedOver(id, cause, link));
      case SendOutcome.Deferred deferred when isNews(message, deferred) ->
          accept(new MessageDeferred(id, deferred.cause(), deferred.until()));
      case SendOutcome.Failed _,
          SendOutcome.Unconfirmed _,
          SendOutcome.Withdrawn _,
          SendOutcome.NeedsPerson _,
          SendOutcome.Deferred _ ->
          unchanged();
    };
  }

  private static boolean isNews(Message message, SendOutcome.Deferred deferred) {
    Remark known = message.remark();
    boolean same =
        deferred.cause().equals(known.cause())
            && Objects.equals(deferred.until(), known.waitsUntil());
    return message.status() == MessageStatus.QUEUED && !message.cancelRequested() && !same;
  }
}
