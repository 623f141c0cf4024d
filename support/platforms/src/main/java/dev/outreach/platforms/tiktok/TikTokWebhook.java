package dev.outreach.platforms.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.Handshake;
import dev.outreach.platforms.InboundEvent;
import dev.outreach.platforms.InboundEvent.Party;
import dev.outreach.platforms.ParsedWebhook;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.SignatureCheck;
import dev.outreach.platforms.Webhook;
import dev.outreach.platforms.transport.HmacSignature;
import dev.outreach.platforms.transport.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TikTok's webhooks: {@code TikTok-Signature: t=<seconds>,s=<hex>}, an HMAC over {@code t.body};
 * the event's content is JSON inside a JSON text. See
 * developers.tiktok.com/doc/webhooks-verification.
 */
final class TikTokWebhook implements Webhook {

  private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12}),\\s*s=([0-9a-fA-F]+)");

  private final TikTokSettings settings;
  private final Clock clock;

  TikTokWebhook(TikTokSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Platform.TIKTOK;
  }

  /** TikTok asks for none: the address is set by a call of ours. */
  @Override
  public Handshake handshake(Map<String, String> query) {
    return new Handshake.Refused("TikTok verifies no address");
  }

  @Override
  public SignatureCheck verify(byte[] rawBody, Map<String, String> headers) {
    Matcher header = SIGNATURE.matcher(headers.getOrDefault("tiktok-signature", ""));
    if (!header.matches()) {
      return new SignatureCheck.Invalid("TikTok-Signature is missing or malformed");
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(header.group(1)));
    if (Duration.between(signedAt, clock.instant())
            .abs()
            .compareTo(settings.webhookAge().plusSeconds(1))
        > 0) {
      return new SignatureCheck.Invalid("TikTok-Signature is too old or from the future");
    }
    return HmacSignature.check(
        settings.webhookSecrets(), signed(header.group(1), rawBody), header.group(2));
  }

  @Override
  public ParsedWebhook parse(byte[] rawBody) {
    Optional<JsonNode> body = Json.readObject(new String(rawBody, StandardCharsets.UTF_8));
    if (body.isEmpty()) {
      return new ParsedWebhook.Unreadable("the body is no JSON object");
    }
    Optional<JsonNode> content = Json.readObject(body.get().path("content").asText());
    if (content.isEmpty()) {
      return new ParsedWebhook.Unreadable("content is no JSON object");
    }
    String account = body.get().path("user_openid").asText();
    return new ParsedWebhook.Events(
        List.of(event(body.get().path("event").asText(), account, content.get())));
  }

  @Override
  public Optional<Duration> replyWindow() {
    return TikTok.capabilities().replyWindow();
  }

  /** Always empty: a webhook names the handle, no call does. */
  @Override
  public Optional<String> usernameOf(String address) {
    return Optional.empty();
  }

  private static InboundEvent event(String kind, String account, JsonNode content) {
    String conversation = content.path("conversation_id").asText();
    Instant at = Instant.ofEpochMilli(content.path("timestamp").asLong());
    Optional<String> thread = Optional.of(conversation);
    String id = content.path("message_id").asText();
    Optional<String> text = Optional.ofNullable(Json.text(content.path("text"), "body"));
    return switch (kind) {
      // The European event tells that somebody wrote, not what.
      case "im_receive_msg", "im_receive_msg_eu" ->
          new InboundEvent.MessageReceived(
              account, new Party(conversation, handle(content, "from")), thread, id, text, at);
      case "im_send_msg" ->
          new InboundEvent.Echo(
              account, new Party(conversation, handle(content, "to")), thread, id, text, at);
      case "im_mark_read_msg" ->
          new InboundEvent.Read(account, conversation, Optional.empty(), at, at);
      default -> new InboundEvent.Other(account, conversation, kind, at);
    };
  }

  private static Optional<String> handle(JsonNode content, String side) {
    return Optional.ofNullable(Json.text(content, side));
  }

  private static byte[] signed(String time, byte[] rawBody) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes((time + ".").getBytes(StandardCharsets.US_ASCII));
    signed.writeBytes(rawBody);
    return signed.toByteArray();
  }
}
