package dev.outreach.sending.outlet;

import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.Purpose;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.SentLookup;
import dev.outreach.platforms.connected.SendingTerms;
import dev.outreach.sending.domain.CallOutcome;
import dev.outreach.sending.domain.CallOutcome.Hold;
import dev.outreach.sending.domain.Delivery;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Routing;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** A platform's messaging interface as a way out. Thread-safe. */
public final class PlatformDelivery implements Delivery {

  private final Messaging messaging;
  private final SendingTerms terms;
  private final Clock clock;

  /** Over the interface of one account that answers people. */
  public PlatformDelivery(Messaging messaging, Clock clock) {
    this(messaging, SendingTerms.ANSWERS, clock);
  }

  /** Over the interface of one account, on its terms. */
  public PlatformDelivery(Messaging messaging, SendingTerms terms, Clock clock) {
    this.messaging = messaging;
    this.terms = terms;
    this.clock = clock;
  }

  @Override
  public DeliveryClass deliveryClass() {
    return switch (messaging.deliveryClass()) {
      case KEYED -> DeliveryClass.KEYED;
      case QUERYABLE -> DeliveryClass.QUERYABLE;
      case BLIND -> DeliveryClass.BLIND;
    };
  }

  @Override
  public CallOutcome send(Order order, Runnable beforeWrite) {
    if (!messaging.limit().allows(order.text())) {
      return new CallOutcome.Refused(
          new Reason("TOO_LONG", "The message is longer than the platform allows."), Hold.NONE);
    }
    OutboundMessage message =
        new OutboundMessage(
            order.text(),
            order.to().recipient(),
            order.to().threadId(),
            purpose(order),
            order.who().messageId());
    return switch (messaging.send(message, beforeWrite::run)) {
      case SendOutcome.Sent(var id, var thread) ->
          new CallOutcome.Delivered(Optional.of(id), thread);
      case SendOutcome.ProvedNotExecuted refused -> refused(refused);
      case SendOutcome.MayHaveBeenSent(var failure) -> new CallOutcome.InDoubt(reason(failure));
    };
  }

  @Override
  public Sighting find(Order order, Instant since) {
    return switch (messaging.findSent(order.to().recipient(), order.text(), since)) {
      case SentLookup.Found(var id, var thread, var sentAt) ->
          new Sighting.Found(id, Optional.of(thread).filter(name -> !name.isEmpty()), sentAt);
      case SentLookup.Absent _ -> new Sighting.Absent();
      case SentLookup.Unreadable(var failure) -> new Sighting.Unreadable(reason(failure));
    };
  }

  /** The rule of the platform this message goes out under. */
  private Purpose purpose(Order order) {
    return switch (terms) {
      case ANSWERS -> Purpose.RESPONSE;
      case SESSION ->
          order.who().kind() == Order.MessageKind.INITIAL
              ? Purpose.FIRST_CONTACT
              : Purpose.RESPONSE;
      case LONG_ANSWERS ->
          Routing.needsHumanAgent(order, clock.instant()) ? Purpose.HUMAN_AGENT : Purpose.RESPONSE;
      case CLICKS -> Purpose.MEMBER_ACTION;
    };
  }

  private CallOutcome refused(SendOutcome.ProvedNotExecuted refused) {
    Reason reason = reason(refused.failure());
    Optional<Instant> retryAt = refused.retryAfter().map(clock.instant()::plus);
    return switch (refused.failure()) {
      case PlatformFailure.WindowClosed _ -> new CallOutcome.WindowClosed(reason);
      case PlatformFailure.RateLimit _ ->
          new CallOutcome.NotExecuted(reason, retryAt, Hold.UNTIL_RETRY);
      case PlatformFailure.Auth _, PlatformFailure.Permission _, PlatformFailure.PolicyBlock _ ->
          new CallOutcome.NotExecuted(reason, retryAt, Hold.UNTIL_RESUMED);
      case PlatformFailure.Transient _ -> new CallOutcome.NotExecuted(reason, retryAt, Hold.NONE);
      case PlatformFailure.AmbiguousSend _ -> new CallOutcome.InDoubt(reason);
      case PlatformFailure.RecipientUnreachable _,
          PlatformFailure.Invalid _,
          PlatformFailure.NotFound _ ->
          refused.retryable()
              ? new CallOutcome.NotExecuted(reason, retryAt, Hold.NONE)
              : new CallOutcome.Refused(reason, Hold.NONE);
    };
  }

  private static Reason reason(PlatformFailure failure) {
    String sentence =
        switch (failure) {
          case PlatformFailure.Auth _ -> "The platform does not accept the account's token";
          case PlatformFailure.Permission _ -> "The account lacks a right on the platform";
          case PlatformFailure.RateLimit _ -> "The platform asks for fewer calls";
          case PlatformFailure.WindowClosed _ -> "The platform's time for answers is over";
          case PlatformFailure.RecipientUnreachable _ ->
              "The person cannot get messages from this account";
          case PlatformFailure.PolicyBlock _ -> "The platform has blocked the account";
          case PlatformFailure.Invalid _ -> "The platform finds the message invalid";
          case PlatformFailure.NotFound _ -> "The platform does not know the recipient";
          case PlatformFailure.Transient _ -> "The platform is disturbed";
          case PlatformFailure.AmbiguousSend _ -> "The platform's answer leaves open what it did";
        };
    return new Reason(failure.kind(), sentence + " (" + failure.code() + ").");
  }
}
