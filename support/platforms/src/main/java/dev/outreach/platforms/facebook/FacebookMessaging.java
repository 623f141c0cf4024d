package dev.outreach.platforms.facebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.platforms.BeforeWrite;
import dev.outreach.platforms.DeliveryClass;
import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.SentLookup;
import dev.outreach.platforms.meta.MetaConversations;
import dev.outreach.platforms.meta.MetaGraph;
import dev.outreach.platforms.transport.Json;
import java.time.Instant;

/** Messenger's Send API, see developers.facebook.com/docs/messenger-platform/reference/send-api. */
final class FacebookMessaging implements Messaging {

  private final MetaGraph graph;
  private final FacebookSettings settings;
  private final MetaConversations conversations;

  FacebookMessaging(MetaGraph graph, FacebookSettings settings) {
    this.graph = graph;
    this.settings = settings;
    this.conversations = new MetaConversations(graph, settings.pageId(), "messenger");
  }

  @Override
  public Platform platform() {
    return Platform.FACEBOOK;
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
    switch (message.purpose()) {
      case FIRST_CONTACT, RESPONSE, MEMBER_ACTION -> body.put("messaging_type", "RESPONSE");
      case HUMAN_AGENT -> body.put("messaging_type", "MESSAGE_TAG").put("tag", "HUMAN_AGENT");
    }
    body.putObject("message").put("text", message.text());
    SendOutcome outcome = graph.postMessage(settings.pageId() + "/messages", body, beforeWrite);
    return outcome instanceof SendOutcome.Sent sent
        ? new SendOutcome.Sent(sent.platformMessageId(), message.threadId())
        : outcome;
  }

  @Override
  public SentLookup findSent(String recipient, String text, Instant since) {
    return conversations.findSent(recipient, text, since);
  }
}
