package dev.outreach.platforms.linkedin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.platforms.BeforeWrite;
import dev.outreach.platforms.DeliveryClass;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.Purpose;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.SentLookup;
import dev.outreach.platforms.transport.Json;
import java.time.Instant;

/**
 * The Messages API of LinkedIn's partners: first-degree connections and existing conversations
 * only, plain text, and each message tied to a person's action; a schedule is expressly none. See
 * learn.microsoft.com/en-us/linkedin/shared/integrations/communications/messages.
 */
final class LinkedInMessaging implements Messaging {

  private final LinkedInApi api;
  private final LinkedInSettings settings;

  LinkedInMessaging(LinkedInApi api, LinkedInSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  @Override
  public Platform platform() {
    return Platform.LINKEDIN;
  }

  /** No interface lists what was sent. */
  @Override
  public DeliveryClass deliveryClass() {
    return DeliveryClass.BLIND;
  }

  @Override
  public MessageLimit limit() {
    return settings.limit();
  }

  @Override
  public SendOutcome send(OutboundMessage message, BeforeWrite beforeWrite) {
    if (message.purpose() != Purpose.MEMBER_ACTION) {
      return SendOutcome.ProvedNotExecuted.because(
          new PlatformFailure.Permission(ErrorCode.noAnswer("no_member_action")));
    }
    ObjectNode body =
        Json.object().put("body", message.text()).put("messageType", "MEMBER_TO_MEMBER");
    message
        .threadId()
        .ifPresentOrElse(
            thread -> body.put("thread", thread),
            () -> body.putArray("recipients").add(message.recipient()));
    SendOutcome outcome = api.send(body, beforeWrite);
    return outcome instanceof SendOutcome.Sent sent
        ? new SendOutcome.Sent(sent.platformMessageId(), message.threadId())
        : outcome;
  }

  @Override
  public SentLookup findSent(String recipient, String text, Instant since) {
    return new SentLookup.Absent(false);
  }
}
