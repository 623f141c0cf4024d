package dev.outreach.platforms.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.platforms.BeforeWrite;
import dev.outreach.platforms.DeliveryClass;
import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.SentLookup;
import dev.outreach.platforms.quota.Charge;
import dev.outreach.platforms.transport.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Business Messaging, see business-api.tiktok.com (business/message). A person is addressed by the
 * conversation, which exists once that person has written; 48 hours and ten messages later it must
 * be reopened by the person.
 */
final class TikTokMessaging implements Messaging {

  private static final int PAGES_READ = 10;

  private final TikTokApi api;
  private final TikTokSettings settings;

  TikTokMessaging(TikTokApi api, TikTokSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  @Override
  public Platform platform() {
    return Platform.TIKTOK;
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
    ObjectNode body =
        Json.object()
            .put("business_id", settings.businessId())
            .put("recipient_type", "CONVERSATION")
            .put("recipient", message.recipient())
            .put("message_type", "TEXT");
    body.putObject("text").put("body", message.text());
    SendOutcome outcome = api.send("business/message/send/", body, beforeWrite);
    return outcome instanceof SendOutcome.Sent sent
        ? new SendOutcome.Sent(sent.platformMessageId(), Optional.of(message.recipient()))
        : outcome;
  }

  @Override
  public SentLookup findSent(String recipient, String text, Instant since) {
    try {
      Optional<String> cursor = Optional.of("");
      for (int page = 0; page < PAGES_READ && cursor.isPresent(); page++) {
        JsonNode data =
            api.get(
                "business/message/content/list/",
                parameters(recipient, cursor.get()),
                Charge.none());
        for (JsonNode message : data.path("messages")) {
          Instant at = Instant.ofEpochMilli(message.path("timestamp").asLong());
          if (at.isBefore(since)) {
            return new SentLookup.Absent(true);
          }
          if (isOurs(message) && text.equals(message.path("text").path("body").asText())) {
            return new SentLookup.Found(message.path("message_id").asText(), recipient, at);
          }
        }
        cursor = next(data);
      }
      return new SentLookup.Absent(cursor.isEmpty());
    } catch (PlatformException refused) {
      return new SentLookup.Unreadable(refused.failure());
    }
  }

  private Map<String, String> parameters(String conversation, String cursor) {
    Map<String, String> parameters =
        new HashMap<>(
            Map.of("business_id", settings.businessId(), "conversation_id", conversation));
    if (!cursor.isEmpty()) {
      parameters.put("cursor", cursor);
    }
    return parameters;
  }

  private static boolean isOurs(JsonNode message) {
    return message.path("from_user").path("role").asText().equals("business_account");
  }

  private static Optional<String> next(JsonNode data) {
    return data.path("has_more").asBoolean()
        ? Optional.ofNullable(Json.text(data, "cursor"))
        : Optional.empty();
  }
}
