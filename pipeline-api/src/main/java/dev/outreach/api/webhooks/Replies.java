package dev.outreach.api.webhooks;

import dev.outreach.api.domain.Inbound;
import dev.outreach.platforms.InboundEvent;
import dev.outreach.schemas.Actor;
import dev.outreach.schemas.ActorKind;
import dev.outreach.schemas.InboundKind;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.RecordReply;
import dev.outreach.schemas.identity.DerivedId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes the command of a message in a conversation. */
final class Replies {

  private final String workspace;
  private final String platform;
  private final Optional<Duration> replyWindow;
  private final Clock clock;

  /**
   * Replies on one platform.
   *
   * @param replyWindow how long after the person's message the platform lets a business answer
   */
  Replies(String workspace, String platform, Optional<Duration> replyWindow, Clock clock) {
    this.workspace = workspace;
    this.platform = platform;
    this.replyWindow = replyWindow;
    this.clock = clock;
  }

  /** The command's id follows from the platform's, so that a repeated delivery is the same. */
  ProfileCommand command(Message message, String username) {
    return ProfileCommand.newBuilder()
        .setId(DerivedId.of("inbound", workspace, platform, message.id()))
        .setWorkspaceId(workspace)
        .setProfileId(DerivedId.profile(workspace, platform, username))
        .setOccurredAt(clock.instant())
        .setCorrelationId(DerivedId.of("webhook", workspace, platform, message.id()))
        .setActor(new Actor(ActorKind.PLATFORM, platform))
        .setCommand(reply(message))
        .build();
  }

  private RecordReply reply(Message message) {
    Optional<Instant> window =
        message.inbound() == Inbound.ECHO ? Optional.empty() : replyWindow.map(message.at()::plus);
    return RecordReply.newBuilder()
        .setKind(kind(message.inbound()))
        .setText(message.text().orElse(null))
        .setPlatformMessageId(message.id())
        .setThreadId(message.threadId().orElse(null))
        .setAddress(message.party().address())
        .setReceivedAt(message.at())
        .setWindowOpenUntil(window.orElse(null))
        .build();
  }

  private static InboundKind kind(Inbound inbound) {
    return switch (inbound) {
      case REPLY -> InboundKind.REPLY;
      case AUTOMATIC -> InboundKind.AUTOMATIC;
      case ECHO -> InboundKind.ECHO;
      case OPT_OUT -> InboundKind.OPT_OUT;
    };
  }

  /** A message of either side. */
  record Message(
      Inbound inbound,
      String id,
      Optional<String> threadId,
      InboundEvent.Party party,
      Optional<String> text,
      Instant at) {

    /** The message in an event; empty where the event is about something else. */
    static Optional<Message> of(InboundEvent event) {
      return switch (event) {
        case InboundEvent.MessageReceived received ->
            Optional.of(
                new Message(
                    Inbound.ofPerson(received.text()),
                    received.platformMessageId(),
                    received.threadId(),
                    received.party(),
                    received.text(),
                    received.at()));
        case InboundEvent.Echo echo ->
            Optional.of(
                new Message(
                    Inbound.ECHO,
                    echo.platformMessageId(),
                    echo.threadId(),
                    echo.party(),
                    echo.text(),
                    echo.at()));
        case InboundEvent.Delivery _, InboundEvent.Read _, InboundEvent.Other _ -> Optional.empty();
      };
    }

    @Override
    public String toString() {
      return "Message[" + inbound + " " + id + "]";
    }
  }
}
