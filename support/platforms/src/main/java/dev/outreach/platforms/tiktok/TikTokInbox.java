package dev.outreach.platforms.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.Conversations;
import dev.outreach.platforms.InboundEvent;
import dev.outreach.platforms.InboundEvent.Party;
import dev.outreach.platforms.quota.Charge;
import dev.outreach.platforms.transport.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the conversations of a business account, see business-api.tiktok.com (business/message).
 * Newest messages come first.
 */
final class TikTokInbox implements Conversations {

  private static final int PAGES_READ = 20;

  private final TikTokApi api;
  private final String businessId;

  TikTokInbox(TikTokApi api, String businessId) {
    this.api = api;
    this.businessId = businessId;
  }

  @Override
  public List<InboundEvent> since(Instant since) {
    List<InboundEvent> events = new ArrayList<>();
    Optional<String> cursor = Optional.of("");
    for (int page = 0; page < PAGES_READ && cursor.isPresent(); page++) {
      JsonNode data =
          api.get("business/message/conversation/list/", listing(cursor.get()), Charge.none());
      for (JsonNode conversation : data.path("conversations")) {
        if (conversation.path("update_time").asLong() >= since.toEpochMilli()) {
          events.addAll(messages(conversation.path("conversation_id").asText(), since));
        }
      }
      cursor = next(data);
    }
    return events;
  }

  private List<InboundEvent> messages(String conversation, Instant since) {
    List<InboundEvent> events = new ArrayList<>();
    Optional<String> cursor = Optional.of("");
    for (int page = 0; page < PAGES_READ && cursor.isPresent(); page++) {
      Map<String, String> parameters = listing(cursor.get());
      parameters.remove("conversation_type");
      parameters.put("conversation_id", conversation);
      JsonNode data = api.get("business/message/content/list/", parameters, Charge.none());
      for (JsonNode message : data.path("messages")) {
        Instant at = Instant.ofEpochMilli(message.path("timestamp").asLong());
        if (at.isBefore(since)) {
          return events;
        }
        events.add(event(message, conversation, at));
      }
      cursor = next(data);
    }
    return events;
  }

  private InboundEvent event(JsonNode message, String conversation, Instant at) {
    String id = message.path("message_id").asText();
    Optional<String> text = Optional.ofNullable(Json.text(message.path("text"), "body"));
    Optional<String> thread = Optional.of(conversation);
    boolean ours = message.path("from_user").path("role").asText().equals("business_account");
    Party person =
        new Party(conversation, Optional.ofNullable(Json.text(message, ours ? "to" : "from")));
    return ours
        ? new InboundEvent.Echo(businessId, person, thread, id, text, at)
        : new InboundEvent.MessageReceived(businessId, person, thread, id, text, at);
  }

  private Map<String, String> listing(String cursor) {
    Map<String, String> parameters =
        new HashMap<>(Map.of("business_id", businessId, "conversation_type", "SINGLE"));
    if (!cursor.isEmpty()) {
      parameters.put("cursor", cursor);
    }
    return parameters;
  }

  private static Optional<String> next(JsonNode data) {
    return data.path("has_more").asBoolean()
        ? Optional.ofNullable(Json.text(data, "cursor"))
        : Optional.empty();
  }
}
