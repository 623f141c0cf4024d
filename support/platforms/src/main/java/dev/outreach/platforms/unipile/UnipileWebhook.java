package dev.outreach.platforms.unipile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.Handshake;
import dev.outreach.platforms.InboundEvent;
import dev.outreach.platforms.InboundEvent.Party;
import dev.outreach.platforms.ParsedWebhook;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.SignatureCheck;
import dev.outreach.platforms.Webhook;
import dev.outreach.platforms.transport.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unipile signs nothing; it sends along a header that was entered with the webhook. See
 * developer.unipile.com/docs/webhooks-2.
 */
final class UnipileWebhook implements Webhook {

  private static final String HEADER = "x-outreach-secret";
  private static final Pattern HANDLE_OF_URL = Pattern.compile(".*/(?:in/)?([^/?#]+)/?(?:[?#].*)?");

  private final UnipileSettings settings;

  UnipileWebhook(UnipileSettings settings) {
    this.settings = settings;
  }

  @Override
  public Platform platform() {
    return settings.platform();
  }

  @Override
  public Handshake handshake(Map<String, String> query) {
    return new Handshake.Refused("Unipile verifies no address");
  }

  @Override
  public SignatureCheck verify(byte[] rawBody, Map<String, String> headers) {
    byte[] given = headers.getOrDefault(HEADER, "").getBytes(StandardCharsets.UTF_8);
    int matching = -1;
    for (int index = 0; index < settings.webhookSecrets().size(); index++) {
      Secret secret = settings.webhookSecrets().get(index);
      if (MessageDigest.isEqual(secret.value().getBytes(StandardCharsets.UTF_8), given)) {
        matching = index;
      }
    }
    return matching < 0
        ? new SignatureCheck.Invalid("X-Outreach-Secret is missing or wrong")
        : new SignatureCheck.Valid(matching);
  }

  @Override
  public ParsedWebhook parse(byte[] rawBody) {
    Optional<JsonNode> read = Json.readObject(new String(rawBody, StandardCharsets.UTF_8));
    if (read.isEmpty()) {
      return new ParsedWebhook.Unreadable("the body is no JSON object");
    }
    JsonNode body = read.get();
    JsonNode status = body.path("AccountStatus");
    if (status.isObject()) {
      return one(
          new InboundEvent.Other(
              status.path("account_id").asText(),
              "",
              "account " + status.path("message").asText(),
              Instant.EPOCH));
    }
    if (body.path("event").asText().equals("new_relation")) {
      return one(accepted(body));
    }
    return UnipileReader.time(Json.text(body, "timestamp"))
        .<ParsedWebhook>map(at -> one(event(body, at)))
        .orElseGet(() -> new ParsedWebhook.Unreadable("timestamp is missing or no ISO time"));
  }

  @Override
  public Optional<Duration> replyWindow() {
    return Optional.empty();
  }

  /** Always empty: the event names the writer's profile. */
  @Override
  public Optional<String> usernameOf(String address) {
    return Optional.empty();
  }

  /** Somebody has accepted an invitation, which is no word of theirs. It names no time. */
  private static InboundEvent accepted(JsonNode body) {
    return new InboundEvent.Other(
        body.path("account_id").asText(),
        body.path("user_provider_id").asText(),
        "new_relation",
        Instant.EPOCH);
  }

  private static ParsedWebhook one(InboundEvent event) {
    return new ParsedWebhook.Events(List.of(event));
  }

  private static InboundEvent event(JsonNode body, Instant at) {
    String account = body.path("account_id").asText();
    String id = body.path("message_id").asText();
    boolean ours = isOurs(body);
    Party party = party(ours ? body.path("attendees").path(0) : body.path("sender"));
    Optional<String> thread = Optional.ofNullable(Json.text(body, "chat_id"));
    Optional<String> text = Optional.ofNullable(Json.text(body, "message"));
    return switch (body.path("event").asText()) {
      case "message_received" ->
          ours
              ? new InboundEvent.Echo(account, party, thread, id, text, at)
              : new InboundEvent.MessageReceived(account, party, thread, id, text, at);
      case "message_read" ->
          new InboundEvent.Read(account, party.address(), Optional.of(id), at, at);
      case "message_delivered" ->
          new InboundEvent.Delivery(account, party.address(), List.of(id), at, at);
      default -> new InboundEvent.Other(account, party.address(), body.path("event").asText(), at);
    };
  }

  /** It fires for our own messages as well. */
  private static boolean isOurs(JsonNode body) {
    String we = body.path("account_info").path("user_id").asText();
    String writer = body.path("sender").path("attendee_provider_id").asText();
    return body.path("is_sender").asBoolean() || (!we.isEmpty() && we.equals(writer));
  }

  private static Party party(JsonNode attendee) {
    Matcher url = HANDLE_OF_URL.matcher(attendee.path("attendee_profile_url").asText());
    return new Party(
        attendee.path("attendee_provider_id").asText(),
        url.matches() ? Optional.of(url.group(1)) : Optional.empty());
  }
}
