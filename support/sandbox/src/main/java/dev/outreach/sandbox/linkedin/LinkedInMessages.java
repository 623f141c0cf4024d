package dev.outreach.sandbox.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.sandbox.conversations.Contact;
import dev.outreach.sandbox.conversations.Conversations;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.linkedin.LinkedInReplies.Refused;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Hashes;
import dev.outreach.sandbox.wire.Reply;
import java.util.Map;
import java.util.regex.Pattern;

/** The Messages API: connections and existing conversations only, by a member's action only. */
final class LinkedInMessages {

  private static final Pattern HTML = Pattern.compile("</?[a-zA-Z][^>]*>");
  private static final String PERSON = "urn:li:person:";

  private final LinkedInSettings settings;
  private final Conversations conversations;

  LinkedInMessages(LinkedInSettings settings, Conversations conversations) {
    this.settings = settings;
    this.conversations = conversations;
  }

  Reply send(Call call) {
    if (call.header("x-sim-member-action").orElse("").isBlank()) {
      throw new Refused(403, 100, "Not enough permissions: no member action stands behind it");
    }
    JsonNode body = call.json();
    String text = body.path("body").asText();
    if (text.isBlank() || HTML.matcher(text).find()) {
      throw new Refused(400, 0, "body must be plain text");
    }
    if (body.has("recipients") == body.has("thread")) {
      throw new Refused(400, 0, "give recipients or thread, not both");
    }
    LedgerEntry.MessageAccepted accepted =
        conversations.accept(
            () ->
                body.has("thread")
                    ? thread(body.path("thread").asText())
                    : connection(body.path("recipients").path(0).asText()),
            text);
    return Reply.text(201, "application/json", "")
        .with(Map.of("x-restli-id", accepted.message().id()));
  }

  /** A member writes to us, which makes the two of them connected. No webhook tells of it. */
  LedgerEntry.InboundReceived hear(Person person, String text) {
    return conversations.hear(conversation(person), text);
  }

  private LedgerEntry.Conversation thread(String id) {
    return conversations
        .contactByThread(id)
        .map(Contact::conversation)
        .orElseThrow(() -> new Refused(404, 0, "Could not find thread"));
  }

  private LedgerEntry.Conversation connection(String urn) {
    Person person =
        conversations
            .population()
            .findById(urn.replaceFirst("^" + PERSON, ""))
            .orElseThrow(() -> new Refused(422, 0, "recipients holds no member"));
    boolean connected =
        conversations.contact(settings.memberUrn(), urn).isPresent()
            || Hashes.number(person.username(), "degree") % 3 == 0;
    if (!connected) {
      throw new Refused(403, 100, "Not enough permissions to message this member");
    }
    return conversation(person);
  }

  private LedgerEntry.Conversation conversation(Person person) {
    return new LedgerEntry.Conversation(
        settings.memberUrn(),
        person.username(),
        PERSON + person.id(),
        "urn:li:messagingThread:2-" + Hashes.hex(24, settings.memberUrn(), person.username()));
  }
}
