package dev.outreach.benchmarks.faults;

import dev.outreach.platforms.BeforeWrite;
import dev.outreach.platforms.DeliveryClass;
import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.SentLookup;
import java.time.Instant;

/** A real adapter whose platform shows nobody what was sent. */
record BlindMessaging(Messaging adapter) implements Messaging {

  @Override
  public Platform platform() {
    return adapter.platform();
  }

  @Override
  public DeliveryClass deliveryClass() {
    return DeliveryClass.BLIND;
  }

  @Override
  public MessageLimit limit() {
    return adapter.limit();
  }

  @Override
  public SendOutcome send(OutboundMessage message, BeforeWrite beforeWrite) {
    return adapter.send(message, beforeWrite);
  }

  @Override
  public SentLookup findSent(String recipient, String text, Instant since) {
    return new SentLookup.Absent(false);
  }
}
