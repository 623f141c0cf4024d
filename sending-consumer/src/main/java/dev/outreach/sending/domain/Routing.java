package dev.outreach.sending.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** By which way a message may leave at a given moment. Pure. */
public final class Routing {

  private Routing() {}

  /** The way that is open at {@code now}, the official one first. */
  public static RouteDecision decideRoute(Order order, OfficialWay way, Instant now) {
    return switch (way) {
      case NOT_OFFERED ->
          person("NO_OFFICIAL_ROUTE", "This platform permits no sending by software.");
      case NOT_CONFIGURED ->
          person("NOT_CONFIGURED", "No credentials are configured for this account.");
      case ANSWERS -> answer(order, now);
    };
  }

  private static RouteDecision answer(Order order, Instant now) {
    Optional<Instant> until = order.windowOpenUntil();
    if (until.isEmpty()) {
      return person(
          "WINDOW_NEVER_OPEN",
          "The person has not written to this account yet, so the platform lets only a person begin.");
    }
    if (!now.isBefore(until.get())) {
      return person(
          "WINDOW_CLOSED", "The platform's time for answers ended at " + until.get() + ".");
    }
    if (!order.to().addressKnown()) {
      return person("NO_ADDRESS", "The person's messaging address is not known.");
    }
    return new RouteDecision.Official();
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

  private static RouteDecision person(String code, String sentence) {
    return new RouteDecision.Person(new Reason(code, sentence));
  }
}
