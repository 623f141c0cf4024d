package dev.outreach.platforms;

import java.time.Instant;

/**
 * Sending on a platform. Implementations are thread-safe and block for the length of a few HTTP
 * calls.
 */
public interface Messaging {

  Platform platform();

  DeliveryClass deliveryClass();

  MessageLimit limit();

  /**
   * Sends one message, at most once: an adapter never repeats a send by itself. Never throws for
   * what a platform does.
   */
  SendOutcome send(OutboundMessage message, BeforeWrite beforeWrite);

  /**
   * Looks in the platform's record for a message of ours with exactly this text.
   *
   * @param since messages older than this do not count; platforms that tell whole seconds are read
   *     that way
   */
  SentLookup findSent(String recipient, String text, Instant since);
}
