package dev.outreach.platforms.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.Handshake;
import dev.outreach.platforms.InboundEvent;
import dev.outreach.platforms.ParsedWebhook;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.SignatureCheck;
import dev.outreach.platforms.Webhook;
import dev.outreach.platforms.transport.HmacSignature;
import dev.outreach.platforms.transport.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * LinkedIn's webhooks tell of likes and comments on our own pages; none tells of messages. The
 * handshake and {@code X-LI-Signature} use the client secret, see
 * learn.microsoft.com/en-us/linkedin/shared/api-guide/webhook-validation.
 */
final class LinkedInWebhook implements Webhook {

  /**
   * The answer is the code signed with the secret that also signs deliveries. Without {@code =} no
   * code is the beginning of a delivery, and nobody gets one signed by asking.
   */
  private static final Pattern CHALLENGE = Pattern.compile("[0-9A-Za-z-]{1,100}");

  private final LinkedInSettings settings;

  LinkedInWebhook(LinkedInSettings settings) {
    this.settings = settings;
  }

  @Override
  public Platform platform() {
    return Platform.LINKEDIN;
  }

  @Override
  public Handshake handshake(Map<String, String> query) {
    String challenge = query.getOrDefault("challengeCode", "");
    if (!CHALLENGE.matcher(challenge).matches()) {
      return new Handshake.Refused("challengeCode is missing or none of LinkedIn's");
    }
    String response =
        HmacSignature.hex(
            settings.clientSecrets().getFirst(), challenge.getBytes(StandardCharsets.UTF_8));
    return new Handshake.Accepted(
        "application/json",
        Json.write(
            Json.object().put("challengeCode", challenge).put("challengeResponse", response)));
  }

  @Override
  public SignatureCheck verify(byte[] rawBody, Map<String, String> headers) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes("hmacsha256=".getBytes(StandardCharsets.US_ASCII));
    signed.writeBytes(rawBody);
    return HmacSignature.check(
        settings.clientSecrets(),
        signed.toByteArray(),
        headers.getOrDefault("x-li-signature", "").replaceFirst("^hmacsha256=", ""));
  }

  @Override
  public ParsedWebhook parse(byte[] rawBody) {
    Optional<JsonNode> body = Json.readObject(new String(rawBody, StandardCharsets.UTF_8));
    if (body.isEmpty() || !body.get().path("notifications").isArray()) {
      return new ParsedWebhook.Unreadable("the body holds no notifications");
    }
    List<InboundEvent> events = new ArrayList<>();
    for (JsonNode notification : body.get().path("notifications")) {
      events.add(
          new InboundEvent.Other(
              notification.path("organizationalEntity").asText(),
              notification.path("generatedActivity").asText(),
              notification.path("action").asText(),
              Instant.ofEpochMilli(notification.path("lastModifiedAt").asLong())));
    }
    return new ParsedWebhook.Events(events);
  }

  @Override
  public Optional<Duration> replyWindow() {
    return Optional.empty();
  }

  /** Always empty: no webhook brings an address. */
  @Override
  public Optional<String> usernameOf(String address) {
    return Optional.empty();
  }
}
