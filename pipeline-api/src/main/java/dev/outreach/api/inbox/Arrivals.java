package dev.outreach.api.inbox;

import dev.outreach.platforms.InboundEvent;
import dev.outreach.schemas.identity.DerivedId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads what an adapter understood of a webhook or a conversation. A message has the same id
 * whichever of the two showed it.
 *
 * @param workspace whose account it is
 * @param platform in lower case
 * @param window how long after the person's message an answer is allowed; empty for always
 */
public record Arrivals(String workspace, String platform, Optional<Duration> window) {

  /** What of these events is of interest, in their order. */
  public List<Arrival> of(List<InboundEvent> events) {
    return events.stream().flatMap(event -> of(event).stream()).toList();
  }

  private Optional<Arrival> of(InboundEvent event) {
    return switch (event) {
      case InboundEvent.MessageReceived message ->
          Optional.of(
              new Arrival(
                  id(event, message.platformMessageId()),
                  Arrival.Kind.MESSAGE,
                  origin(event, message.party().username(), message.threadId()),
                  List.of(message.platformMessageId()),
                  message.text(),
                  message.at(),
                  Optional.empty(),
                  window.map(message.at()::plus)));
      case InboundEvent.Echo echo ->
          Optional.of(
              new Arrival(
                  id(event, echo.platformMessageId()),
                  Arrival.Kind.ECHO,
                  origin(event, echo.party().username(), echo.threadId()),
                  List.of(echo.platformMessageId()),
                  echo.text(),
                  echo.at(),
                  Optional.empty(),
                  Optional.empty()));
      case InboundEvent.Delivery delivery ->
          Optional.of(
              receipt(
                  event, Arrival.Kind.DELIVERED, delivery.platformMessageIds(), delivery.upTo()));
      case InboundEvent.Read read ->
          Optional.of(
              receipt(
                  event,
                  Arrival.Kind.READ,
                  read.platformMessageId().stream().toList(),
                  read.upTo()));
      case InboundEvent.Other _ -> Optional.empty();
    };
  }

  /** A receipt has no id of its own: it is what it says. */
  private Arrival receipt(
      InboundEvent event, Arrival.Kind kind, List<String> messageIds, Instant upTo) {
    String what =
        String.join(
            " ", kind.word(), event.address(), upTo.toString(), String.join(" ", messageIds));
    return new Arrival(
        UUID.fromString(DerivedId.of("receipt", workspace, platform, what)),
        kind,
        origin(event, Optional.empty(), Optional.empty()),
        messageIds,
        Optional.empty(),
        event.at(),
        Optional.of(upTo),
        Optional.empty());
  }

  private Arrival.Origin origin(
      InboundEvent event, Optional<String> username, Optional<String> threadId) {
    return new Arrival.Origin(
        workspace, platform, event.accountId(), event.address(), username, threadId);
  }

  /** Where the platform names no message, who and when have to do. */
  private UUID id(InboundEvent event, String platformMessageId) {
    String name =
        platformMessageId.isBlank() ? event.address() + " at " + event.at() : platformMessageId;
    return UUID.fromString(DerivedId.of("inbound", workspace, platform, name));
  }
}
