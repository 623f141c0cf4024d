package dev.outreach.sandbox.ledger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One fact the simulators must remember across restarts. Times are epoch milliseconds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LedgerEntry.Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = LedgerEntry.PersonRegistered.class, name = "person_registered"),
  @JsonSubTypes.Type(value = LedgerEntry.InboundReceived.class, name = "inbound_received"),
  @JsonSubTypes.Type(value = LedgerEntry.MessageAccepted.class, name = "message_accepted"),
  @JsonSubTypes.Type(value = LedgerEntry.RelationMade.class, name = "relation_made"),
  @JsonSubTypes.Type(value = LedgerEntry.WebhookDelivered.class, name = "webhook_delivered"),
  @JsonSubTypes.Type(value = LedgerEntry.KeywordQueried.class, name = "keyword_queried")
})
public sealed interface LedgerEntry {

  /** The first start of this sandbox: the day from which the invented posts count backwards. */
  record Opened(long at) implements LedgerEntry {}

  /** A person outside the invented population who exists from now on. */
  record PersonRegistered(String platform, String username, boolean personal, List<String> topics)
      implements LedgerEntry {

    public PersonRegistered {
      topics = List.copyOf(topics);
    }
  }

  /** A person wrote to one of our accounts. */
  record InboundReceived(String platform, long at, Conversation conversation, Message message)
      implements LedgerEntry {}

  /** The platform accepted a message of ours. */
  record MessageAccepted(String platform, long at, Conversation conversation, Message message)
      implements LedgerEntry {}

  /** A person accepted the invitation of one of our accounts. */
  record RelationMade(String platform, long at, Conversation conversation) implements LedgerEntry {}

  /** The product acknowledged the webhook about this message. */
  record WebhookDelivered(String messageId) implements LedgerEntry {}

  /** An account spent one of its rolling search allowances. */
  record KeywordQueried(String platform, String account, String keyword, long at)
      implements LedgerEntry {}

  /** Who speaks with whom: our account, the person, and the platform's ids for both. */
  record Conversation(String account, String username, String address, String threadId) {}

  /** A message as the platform knows it. */
  record Message(String id, String text) {}
}
