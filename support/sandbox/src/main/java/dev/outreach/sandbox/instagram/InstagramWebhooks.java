package dev.outreach.sandbox.instagram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.webhooks.Webhook;
import dev.outreach.sandbox.webhooks.WebhookPoster;
import dev.outreach.sandbox.wire.Hashes;
import dev.outreach.sandbox.wire.Json;
import java.util.Map;
import java.util.Optional;

/** Words and posts Instagram's webhooks. */
final class InstagramWebhooks {

  private final WebhookPoster poster;

  InstagramWebhooks(WebhookPoster poster) {
    this.poster = poster;
  }

  void received(LedgerEntry.InboundReceived inbound) {
    ObjectNode message =
        Json.object().put("mid", inbound.message().id()).put("text", inbound.message().text());
    LedgerEntry.Conversation with = inbound.conversation();
    post(
        with.account(),
        Optional.of(inbound.message().id()),
        event(with.address(), with.account(), inbound.at(), "message", message));
  }

  void echo(LedgerEntry.MessageAccepted sent) {
    ObjectNode message =
        Json.object()
            .put("mid", sent.message().id())
            .put("text", sent.message().text())
            .put("is_echo", true);
    LedgerEntry.Conversation with = sent.conversation();
    post(
        with.account(),
        Optional.empty(),
        event(with.account(), with.address(), sent.at(), "message", message));
  }

  void read(LedgerEntry.Conversation by, String messageId, long at) {
    ObjectNode read = Json.object().put("mid", messageId);
    post(by.account(), Optional.empty(), event(by.address(), by.account(), at, "read", read));
  }

  private static ObjectNode event(
      String sender, String recipient, long at, String kind, ObjectNode content) {
    ObjectNode event = Json.object();
    event.putObject("sender").put("id", sender);
    event.putObject("recipient").put("id", recipient);
    event.put("timestamp", at);
    event.set(kind, content);
    return event;
  }

  private void post(String account, Optional<String> inboundId, ObjectNode event) {
    poster
        .target()
        .ifPresent(target -> poster.post(signed(account, inboundId, event, target.secret())));
  }

  private static Webhook signed(
      String account, Optional<String> inboundId, ObjectNode event, String secret) {
    ObjectNode body = Json.object().put("object", "instagram");
    ObjectNode entry = body.putArray("entry").addObject();
    entry.put("id", account).put("time", event.path("timestamp").longValue());
    entry.putArray("messaging").add(event);
    String text = Json.writeEscaped(body);
    String signature = "sha256=" + Hashes.hmacSha256(secret, text);
    return new Webhook(inboundId, Map.of("X-Hub-Signature-256", signature), text);
  }
}
