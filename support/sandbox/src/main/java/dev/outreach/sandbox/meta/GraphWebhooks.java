package dev.outreach.sandbox.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.webhooks.Webhook;
import dev.outreach.sandbox.webhooks.WebhookPoster;
import dev.outreach.sandbox.wire.Hashes;
import dev.outreach.sandbox.wire.Json;
import java.util.Map;
import java.util.Optional;

/** Words and posts Meta's messaging webhooks. */
public final class GraphWebhooks {

  private final MessageRules rules;
  private final WebhookPoster poster;

  public GraphWebhooks(MessageRules rules, WebhookPoster poster) {
    this.rules = rules;
    this.poster = poster;
  }

  /** A person wrote. */
  public void received(LedgerEntry.InboundReceived inbound) {
    ObjectNode message =
        Json.object().put("mid", inbound.message().id()).put("text", inbound.message().text());
    LedgerEntry.Conversation with = inbound.conversation();
    post(
        with.account(),
        Optional.of(inbound.message().id()),
        event(new Parties(with.address(), with.account()), inbound.at(), "message", message));
  }

  /** A message of ours went out, and reached the device where the platform tells that. */
  public void sent(LedgerEntry.MessageAccepted sent) {
    ObjectNode message =
        Json.object()
            .put("mid", sent.message().id())
            .put("text", sent.message().text())
            .put("is_echo", true);
    LedgerEntry.Conversation with = sent.conversation();
    post(
        with.account(),
        Optional.empty(),
        event(new Parties(with.account(), with.address()), sent.at(), "message", message));
    if (rules.deliveryReceipts()) {
      delivered(sent);
    }
  }

  /** The person read our messages up to this one. */
  public void read(LedgerEntry.Conversation by, String messageId, long at) {
    ObjectNode read = Json.object();
    if (rules.deliveryReceipts()) {
      read.put("watermark", at);
    } else {
      read.put("mid", messageId);
    }
    post(
        by.account(),
        Optional.empty(),
        event(new Parties(by.address(), by.account()), at, "read", read));
  }

  /** Every other receipt names no message, as the real ones sometimes do. */
  private void delivered(LedgerEntry.MessageAccepted sent) {
    ObjectNode delivery = Json.object().put("watermark", sent.at());
    if (Hashes.number(sent.message().id()) % 2 == 0) {
      delivery.putArray("mids").add(sent.message().id());
    }
    LedgerEntry.Conversation with = sent.conversation();
    post(
        with.account(),
        Optional.empty(),
        event(new Parties(with.address(), with.account()), sent.at(), "delivery", delivery));
  }

  private static ObjectNode event(Parties parties, long at, String kind, ObjectNode content) {
    ObjectNode event = Json.object();
    event.putObject("sender").put("id", parties.sender());
    event.putObject("recipient").put("id", parties.recipient());
    event.put("timestamp", at);
    event.set(kind, content);
    return event;
  }

  private void post(String account, Optional<String> inboundId, ObjectNode event) {
    poster
        .target()
        .ifPresent(target -> poster.post(signed(inboundId, body(account, event), target.secret())));
  }

  private String body(String account, ObjectNode event) {
    ObjectNode body = Json.object().put("object", rules.webhookObject());
    ObjectNode entry = body.putArray("entry").addObject();
    entry.put("id", account).put("time", event.path("timestamp").longValue());
    entry.putArray("messaging").add(event);
    return Json.writeEscaped(body);
  }

  private static Webhook signed(Optional<String> inboundId, String body, String secret) {
    String signature = "sha256=" + Hashes.hmacSha256(secret, body);
    return new Webhook(inboundId, () -> Map.of("X-Hub-Signature-256", signature), body);
  }

  private record Parties(String sender, String recipient) {}
}
