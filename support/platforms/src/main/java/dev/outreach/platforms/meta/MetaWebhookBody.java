package dev.outreach.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.InboundEvent;
import dev.outreach.platforms.InboundEvent.Party;
import dev.outreach.platforms.ParsedWebhook;
import dev.outreach.platforms.transport.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the {@code messaging} events of Instagram and Messenger webhooks, see
 * developers.facebook.com/docs/messenger-platform/reference/webhook-events.
 */
public final class MetaWebhookBody {

  private static final List<String> OTHER_KINDS =
      List.of("postback", "reaction", "message_edit", "optin", "referral");

  private MetaWebhookBody() {}

  /**
   * Reads a body.
   *
   * @param object {@code instagram} or {@code page}
   */
  public static ParsedWebhook parse(byte[] rawBody, String object) {
    Optional<JsonNode> body = Json.readObject(new String(rawBody, StandardCharsets.UTF_8));
    if (body.isEmpty()) {
      return new ParsedWebhook.Unreadable("the body is no JSON object");
    }
    if (!body.get().path("object").asText().equals(object)) {
      return new ParsedWebhook.Unreadable("object is not " + object);
    }
    List<InboundEvent> events = new ArrayList<>();
    for (JsonNode entry : body.get().path("entry")) {
      String account = entry.path("id").asText();
      entry.path("messaging").forEach(event -> event(account, event).ifPresent(events::add));
    }
    return new ParsedWebhook.Events(events);
  }

  private static Optional<InboundEvent> event(String account, JsonNode event) {
    Instant at = Instant.ofEpochMilli(event.path("timestamp").asLong());
    boolean ours = event.path("message").path("is_echo").asBoolean();
    String address = event.path(ours ? "recipient" : "sender").path("id").asText();
    if (address.isEmpty()) {
      return Optional.empty();
    }
    if (event.has("message")) {
      return Optional.of(message(account, address, event.path("message"), at));
    }
    if (event.has("delivery")) {
      return Optional.of(delivery(account, address, event.path("delivery"), at));
    }
    if (event.has("read")) {
      return Optional.of(read(account, address, event.path("read"), at));
    }
    return OTHER_KINDS.stream()
        .filter(event::has)
        .findFirst()
        .or(() -> Optional.of("unknown"))
        .map(kind -> new InboundEvent.Other(account, address, kind, at));
  }

  private static InboundEvent message(
      String account, String address, JsonNode message, Instant at) {
    String id = message.path("mid").asText();
    Optional<String> text = Optional.ofNullable(Json.text(message, "text"));
    if (message.path("is_echo").asBoolean()) {
      return new InboundEvent.Echo(account, Party.at(address), Optional.empty(), id, text, at);
    }
    if (message.path("is_deleted").asBoolean()) {
      return new InboundEvent.Other(account, address, "message_deleted", at);
    }
    return new InboundEvent.MessageReceived(
        account, Party.at(address), Optional.empty(), id, text, at);
  }

  private static InboundEvent delivery(
      String account, String address, JsonNode delivery, Instant at) {
    List<String> ids = new ArrayList<>();
    delivery.path("mids").forEach(id -> ids.add(id.asText()));
    return new InboundEvent.Delivery(account, address, ids, watermark(delivery, at), at);
  }

  private static InboundEvent read(String account, String address, JsonNode read, Instant at) {
    return new InboundEvent.Read(
        account, address, Optional.ofNullable(Json.text(read, "mid")), watermark(read, at), at);
  }

  private static Instant watermark(JsonNode event, Instant otherwise) {
    Long watermark = Json.number(event, "watermark");
    return watermark == null ? otherwise : Instant.ofEpochMilli(watermark);
  }
}
