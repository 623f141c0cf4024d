package dev.outreach.platforms;

import java.util.Optional;

/**
 * A message to send, exactly as approved.
 *
 * @param recipient the platform's address of the person: IGSID, PSID, conversation id, person URN
 * @param threadId the conversation it belongs to, where one is known
 * @param key unique per message; platforms of class {@link DeliveryClass#KEYED} are given it
 */
public record OutboundMessage(
    String text, String recipient, Optional<String> threadId, Purpose purpose, String key) {

  /** Leaves text and recipient out. */
  @Override
  public String toString() {
    return "OutboundMessage[key=" + key + ", purpose=" + purpose + "]";
  }
}
