package dev.outreach.platforms.unipile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.BeforeWrite;
import dev.outreach.platforms.DeliveryClass;
import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.SentLookup;
import dev.outreach.platforms.transport.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Conversations in the session of the connected person. */
final class UnipileMessaging implements Messaging {

  private static final int PAGES_READ = 10;

  private final UnipileApi api;
  private final Dialect dialect;
  private final UnipileSettings settings;

  UnipileMessaging(UnipileApi api, Dialect dialect, UnipileSettings settings) {
    this.api = api;
    this.dialect = dialect;
    this.settings = settings;
  }

  @Override
  public Platform platform() {
    return settings.platform();
  }

  @Override
  public DeliveryClass deliveryClass() {
    return DeliveryClass.QUERYABLE;
  }

  @Override
  public MessageLimit limit() {
    return settings.limit();
  }

  @Override
  public SendOutcome send(OutboundMessage message, BeforeWrite beforeWrite) {
    SendOutcome outcome = api.send(dialect.message(message), beforeWrite);
    return outcome instanceof SendOutcome.Sent sent
        ? new SendOutcome.Sent(
            sent.platformMessageId(), sent.threadId().or(() -> message.threadId()))
        : outcome;
  }

  @Override
  public SentLookup findSent(String recipient, String text, Instant since) {
    Instant from = since.truncatedTo(ChronoUnit.SECONDS);
    try {
      Optional<String> chat = dialect.chatWith(recipient, api.get(dialect.chats(recipient, from)));
      return chat.isEmpty() ? new SentLookup.Absent(true) : find(chat.get(), text, from);
    } catch (PlatformException refused) {
      // Nobody has a conversation with somebody the account never wrote to.
      return refused.failure() instanceof PlatformFailure.NotFound
          ? new SentLookup.Absent(true)
          : new SentLookup.Unreadable(refused.failure());
    }
  }

  private SentLookup find(String chat, String text, Instant since) {
    String cursor = "";
    for (int page = 0; page < PAGES_READ; page++) {
      JsonNode answer = api.get(dialect.messages(chat, since, cursor));
      for (JsonNode message : dialect.items(answer)) {
        Instant at = UnipileReader.time(Json.text(message, "timestamp")).orElse(Instant.MAX);
        if (at.isBefore(since)) {
          return new SentLookup.Absent(true);
        }
        if (isOurs(message) && text.equals(message.path("text").asText())) {
          return new SentLookup.Found(message.path("id").asText(), chat, at);
        }
      }
      Optional<String> next = dialect.next(answer);
      if (next.isEmpty()) {
        return new SentLookup.Absent(true);
      }
      cursor = next.get();
    }
    return new SentLookup.Absent(false);
  }

  /** Version 1 says 1, version 2 says true. */
  private static boolean isOurs(JsonNode message) {
    return message.path("is_sender").asBoolean();
  }
}
