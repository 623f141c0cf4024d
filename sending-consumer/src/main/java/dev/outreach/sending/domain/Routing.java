package dev.outreach.sending.domain;

import dev.outreach.sending.domain.Result.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** By which way a message may leave at a given moment. Pure. */
public final class Routing {

  /** How long after the click of a person a message still counts as sent by it. */
  public static final Duration CLICK_HOLDS = Duration.ofMinutes(10);

  /** From the end of the ordinary window, which is a day, to the end of the week. */
  private static final Duration LONGER_WINDOW = Duration.ofDays(6);

  private static final Reason CLOSED =
      new Reason(
          "WINDOW_CLOSED", "The platform takes no message to this person from software now.");

  private Routing() {}

  /** The way that is open at {@code now}: the official one, else a third party, else a person. */
  public static RouteDecision decideRoute(Order order, Ways ways, Instant now) {
    Optional<Reason> refusal = officialRefusal(order, ways.official(), now);
    if (refusal.isEmpty()) {
      return new RouteDecision.Automatic(Route.OFFICIAL_API);
    }
    return switch (ways.thirdParty()) {
      case ACCEPTED -> new RouteDecision.Automatic(Route.THIRD_PARTY);
      case NOT_ACCEPTED ->
          new RouteDecision.Person(
              new Reason(
                  "THIRD_PARTY_NOT_ACCEPTED",
                  "A third party is connected for this account, but nobody has accepted its"
                      + " risk."));
      case NOT_CONFIGURED -> new RouteDecision.Person(refusal.get());
      case CLOSED -> new RouteDecision.Person(CLOSED);
    };
  }

  /** Whether the platform's longer window for what a person has written is the open one. */
  public static boolean needsHumanAgent(Order order, Instant now) {
    return order.windowOpenUntil().filter(end -> !now.isBefore(end)).isPresent();
  }

  private static Optional<Reason> officialRefusal(Order order, OfficialWay way, Instant now) {
    return switch (way) {
      case NOT_OFFERED ->
          refuse("NO_OFFICIAL_ROUTE", "This platform permits no sending by software.");
      case NOT_CONFIGURED ->
          refuse("NOT_CONFIGURED", "No credentials are configured for this account.");
      case ANSWERS -> answerRefusal(order, Duration.ZERO, now);
      case LONG_ANSWERS -> answerRefusal(order, LONGER_WINDOW, now);
      case CLICKS -> clickRefusal(order, now);
      case CLOSED -> Optional.of(CLOSED);
    };
  }

  private static Optional<Reason> answerRefusal(Order order, Duration longer, Instant now) {
    Optional<Instant> until = order.windowOpenUntil().map(end -> end.plus(longer));
    if (until.isEmpty()) {
      return refuse(
          "WINDOW_NEVER_OPEN",
          "The person has not written to this account yet, so the platform lets only a person"
              + " begin.");
    }
    if (!now.isBefore(until.get())) {
      return refuse(
          "WINDOW_CLOSED", "The platform's time for answers ended at " + until.get() + ".");
    }
    return addressRefusal(order);
  }

  private static Optional<Reason> clickRefusal(Order order, Instant now) {
    boolean isClicked =
        order.approval().clickedAt().filter(at -> now.isBefore(at.plus(CLICK_HOLDS))).isPresent();
    return isClicked
        ? addressRefusal(order)
        : refuse(
            "CLICK_NEEDED",
            "The platform sends only what a person clicks for, one message at a time.");
  }

  private static Optional<Reason> addressRefusal(Order order) {
    return order.to().addressKnown()
        ? Optional.empty()
        : refuse("NO_ADDRESS", "The person's messaging address is not known.");
  }

  private static Optional<Reason> refuse(String code, String sentence) {
    return Optional.of(new Reason(code, sentence));
  }

  /** Where a person finds the conversation, or the profile where there is no such address. */
  public static Optional<String> linkFor(Order order) {
    String username = order.to().username();
    return switch (order.from().platform().toLowerCase(Locale.ROOT)) {
      case "instagram" -> Optional.of("https://ig.me/m/" + username);
      case "facebook" -> Optional.of("https://m.me/" + username);
      default -> order.to().profileUrl();
    };
  }
}
