package dev.outreach.profile.domain;

import static dev.outreach.profile.domain.Decision.accept;
import static dev.outreach.profile.domain.Decision.unchanged;

import dev.outreach.profile.domain.ProfileEvent.MessageDelivered;
import dev.outreach.profile.domain.ProfileEvent.MessageRead;

/** How far our last message came; each is told once, and what was read was delivered. */
final class ReceiptRules {

  private ReceiptRules() {}

  static Decision record(Known known, Receipt receipt) {
    if (known.erased()) {
      return Refusals.erased();
    }
    LastSent sent = known.conversation().lastSent();
    if (sent == null || !sent.isMeantBy(receipt)) {
      return unchanged();
    }
    return switch (receipt.kind()) {
      case DELIVERED ->
          sent.deliveredAt() == null && sent.readAt() == null
              ? accept(new MessageDelivered(sent.messageId(), receipt.at()))
              : unchanged();
      case READ ->
          sent.readAt() == null
              ? accept(new MessageRead(sent.messageId(), receipt.at()))
              : unchanged();
    };
  }
}
