package dev.outreach.platforms.instagram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.platforms.BeforeWrite;
import dev.outreach.platforms.DeliveryClass;
import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Purpose;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.SentLookup;
import dev.outreach.platforms.meta.MetaConversations;
import dev.outreach.platforms.meta.MetaGraph;
import dev.outreach.platforms.transport.Json;
import java.time.Instant;

/**
 * Answers to people who wrote first, see developers.facebook.com/docs/instagram-platform (messaging
 * API). Instagram knows no idempotency key; what was sent shows among the 20 newest messages of the
 * conversation.
 */
final class InstagramMessaging implements Messaging {

  private final MetaGraph graph;
  private final InstagramSettings settings;
  private final MetaConversations conversations;

  InstagramMessaging(MetaGraph graph, InstagramSettings settings) {
    this.graph = graph;
    this.settings = settings;
    this.conversations = new MetaConversations(graph, settings.accountId(), "instagram");
  }

  @Override
  public Platform platform() {
    return Platform.INSTAGRAM;
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
    ObjectNode body = Json.object();
    body.putObject("recipient").put("id", message.recipient());
    body.putObject("message").put("text", message.text());
    if (message.purpose() == Purpose.HUMAN_AGENT) {
      body.put("messaging_type", "MESSAGE_TAG").put("tag", "HUMAN_AGENT");
    }
    return withThread(
        graph.postMessage(settings.accountId() + "/messages", body, beforeWrite), message);
  }

  @Override
  public SentLookup findSent(String recipient, String text, Instant since) {
    return conversations.findSent(recipient, text, since);
  }

  /** The answer to a send names no conversation; the caller may know it. */
  private static SendOutcome withThread(SendOutcome outcome, OutboundMessage message) {
    return outcome instanceof SendOutcome.Sent sent
        ? new SendOutcome.Sent(sent.platformMessageId(), message.threadId())
        : outcome;
  }
}
