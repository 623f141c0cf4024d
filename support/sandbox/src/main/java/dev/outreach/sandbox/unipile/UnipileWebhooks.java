package dev.outreach.sandbox.unipile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.webhooks.Webhook;
import dev.outreach.sandbox.webhooks.WebhookPoster;
import dev.outreach.sandbox.wire.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Words and posts Unipile's messaging webhooks, which carry the header entered with them. */
final class UnipileWebhooks {

  private final UnipileSettings settings;
  private final WebhookPoster poster;
  private final Clock clock;

  UnipileWebhooks(UnipileSettings settings, WebhookPoster poster, Clock clock) {
    this.settings = settings;
    this.poster = poster;
    this.clock = clock;
  }

  Clock clock() {
    return clock;
  }

  void received(LedgerEntry.InboundReceived inbound) {
    post(
        event("message_received", inbound.conversation(), inbound.message().id(), inbound.at())
            .put("message", inbound.message().text())
            .put("is_sender", false),
        Optional.of(inbound.message().id()));
  }

  void sent(LedgerEntry.MessageAccepted sent) {
    post(
        event("message_received", sent.conversation(), sent.message().id(), sent.at())
            .put("message", sent.message().text())
            .put("is_sender", true),
        Optional.empty());
  }

  void read(LedgerEntry.Conversation by, String messageId) {
    post(event("message_read", by, messageId, clock.millis()), Optional.empty());
  }

  /** Has no time of its own. */
  void related(LedgerEntry.Conversation with) {
    post(
        Json.object()
            .put("event", "new_relation")
            .put("account_id", with.account())
            .put("account_type", "LINKEDIN")
            .put("user_provider_id", with.address())
            .put("user_public_identifier", with.username())
            .put("user_profile_url", "https://www.linkedin.com/in/" + with.username() + "/"),
        Optional.empty());
  }

  private ObjectNode event(String name, LedgerEntry.Conversation with, String messageId, long at) {
    boolean instagram = with.account().equals(settings.instagramAccount());
    ObjectNode body =
        Json.object()
            .put("event", name)
            .put("account_id", with.account())
            .put("account_type", instagram ? "INSTAGRAM" : "LINKEDIN")
            .put("chat_id", with.threadId())
            .put("message_id", messageId)
            .put("timestamp", Instant.ofEpochMilli(at).toString());
    body.putObject("account_info").put("user_id", "ACoAAus");
    attendee(body.putObject("sender"), with, instagram);
    attendee(body.putArray("attendees").addObject(), with, instagram);
    return body;
  }

  private static void attendee(ObjectNode node, LedgerEntry.Conversation with, boolean instagram) {
    String site = instagram ? "https://www.instagram.com/" : "https://www.linkedin.com/in/";
    node.put("attendee_provider_id", with.address())
        .put("attendee_profile_url", site + with.username() + "/");
  }

  private void post(ObjectNode event, Optional<String> inboundId) {
    poster
        .target()
        .ifPresent(
            target ->
                poster.post(
                    new Webhook(
                        inboundId,
                        () -> Map.of("X-Outreach-Secret", target.secret()),
                        Json.write(event))));
  }
}
