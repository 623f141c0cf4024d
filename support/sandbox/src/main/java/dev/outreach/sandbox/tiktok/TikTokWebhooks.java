package dev.outreach.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.webhooks.Webhook;
import dev.outreach.sandbox.webhooks.WebhookPoster;
import dev.outreach.sandbox.wire.Hashes;
import dev.outreach.sandbox.wire.Json;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Words and posts TikTok's messaging webhooks. */
final class TikTokWebhooks {

  private final WebhookPoster poster;
  private final Clock clock;

  TikTokWebhooks(WebhookPoster poster, Clock clock) {
    this.poster = poster;
    this.clock = clock;
  }

  void received(LedgerEntry.InboundReceived inbound) {
    ObjectNode content = content(inbound.conversation(), false, inbound.at());
    message(content, inbound.message());
    post("im_receive_msg", inbound.conversation(), Optional.of(inbound.message().id()), content);
  }

  void sent(LedgerEntry.MessageAccepted sent) {
    ObjectNode content = content(sent.conversation(), true, sent.at());
    message(content, sent.message());
    post("im_send_msg", sent.conversation(), Optional.empty(), content);
  }

  void read(LedgerEntry.Conversation by, long at) {
    post("im_mark_read_msg", by, Optional.empty(), content(by, false, at));
  }

  private static ObjectNode content(LedgerEntry.Conversation with, boolean ours, long at) {
    ObjectNode content = Json.object().put("timestamp", at).put("conversation_id", with.threadId());
    content
        .putObject("from_user")
        .put("id", ours ? with.account() : personId(with))
        .put("role", ours ? "business_account" : "personal_account");
    content
        .putObject("to_user")
        .put("id", ours ? personId(with) : with.account())
        .put("role", ours ? "personal_account" : "business_account");
    content.put("from", ours ? with.account() : with.username());
    return content.put("to", ours ? with.username() : with.account());
  }

  private static void message(ObjectNode content, LedgerEntry.Message message) {
    content.put("message_id", message.id()).put("type", "text");
    content.putObject("text").put("body", message.text());
  }

  private static String personId(LedgerEntry.Conversation with) {
    return "ttuser" + Hashes.hex(16, with.username());
  }

  private void post(
      String event, LedgerEntry.Conversation with, Optional<String> inboundId, ObjectNode content) {
    String body =
        Json.write(
            Json.object()
                .put("client_key", "sandbox")
                .put("event", event)
                .put("create_time", clock.instant().getEpochSecond())
                .put("user_openid", with.account())
                .put("content", Json.write(content)));
    poster
        .target()
        .ifPresent(
            target ->
                poster.post(new Webhook(inboundId, () -> signed(body, target.secret()), body)));
  }

  /** Signed anew for every attempt, because the receiver refuses old times. */
  private Map<String, String> signed(String body, String secret) {
    long seconds = clock.instant().getEpochSecond();
    String signature = Hashes.hmacSha256(secret, seconds + "." + body);
    return Map.of("TikTok-Signature", "t=" + seconds + ",s=" + signature);
  }
}
