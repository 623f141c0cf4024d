package dev.outreach.platforms.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.platforms.BeforeWrite;
import dev.outreach.platforms.DeliveryClass;
import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.Purpose;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.SentLookup;
import dev.outreach.platforms.meta.GraphTime;
import dev.outreach.platforms.meta.MetaGraph;
import dev.outreach.platforms.transport.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Answers to people who wrote first, see developers.facebook.com/docs/instagram-platform (messaging
 * API). Instagram knows no idempotency key; what was sent shows among the 20 newest messages of the
 * conversation.
 */
final class InstagramMessaging implements Messaging {

  private static final int DETAILED_MESSAGES = 20;

  private final MetaGraph graph;
  private final InstagramSettings settings;

  InstagramMessaging(MetaGraph graph, InstagramSettings settings) {
    this.graph = graph;
    this.settings = settings;
  }

  @Override
  public Platform platform() {
    return Platform.INSTAGRAM;
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
    ObjectNode body = Json.object();
    body.putObject("recipient").put("id", message.recipient());
    body.putObject("message").put("text", message.text());
    if (message.purpose() == Purpose.HUMAN_AGENT) {
      body.put("messaging_type", "MESSAGE_TAG").put("tag", "HUMAN_AGENT");
    }
    return withThread(
        graph.postMessage(settings.accountId() + "/messages", body, beforeWrite), message);
  }

  @Override
  public SentLookup findSent(String recipient, String text, Instant since) {
    try {
      Optional<String> thread = thread(recipient);
      if (thread.isEmpty()) {
        return new SentLookup.Absent(false);
      }
      JsonNode messages =
          graph
              .get(thread.get(), Map.of("fields", "messages{id,created_time,from,to,message}"))
              .body()
              .path("messages")
              .path("data");
      return find(messages, thread.get(), new Wanted(text, since.truncatedTo(ChronoUnit.SECONDS)));
    } catch (PlatformException refused) {
      return new SentLookup.Unreadable(refused.failure());
    }
  }

  private SentLookup find(JsonNode messages, String thread, Wanted wanted) {
    boolean reachedOlder = messages.size() < DETAILED_MESSAGES;
    for (JsonNode message : messages) {
      Optional<Instant> at = GraphTime.parse(Json.text(message, "created_time"));
      if (at.isEmpty() || at.get().isBefore(wanted.since)) {
        reachedOlder |= at.isPresent();
      } else if (isOurs(message) && wanted.text.equals(message.path("message").asText())) {
        return new SentLookup.Found(message.path("id").asText(), thread, at.get());
      }
    }
    return new SentLookup.Absent(reachedOlder);
  }

  private boolean isOurs(JsonNode message) {
    return message.path("from").path("id").asText().equals(settings.accountId());
  }

  private Optional<String> thread(String recipient) {
    JsonNode conversations =
        graph
            .get(
                settings.accountId() + "/conversations",
                Map.of("platform", "instagram", "user_id", recipient))
            .body()
            .path("data");
    return Optional.ofNullable(Json.text(conversations.path(0), "id"));
  }

  /** The answer to a send names no conversation; the caller may know it. */
  private static SendOutcome withThread(SendOutcome outcome, OutboundMessage message) {
    return outcome instanceof SendOutcome.Sent sent
        ? new SendOutcome.Sent(sent.platformMessageId(), message.threadId())
        : outcome;
  }

  private record Wanted(String text, Instant since) {}
}
