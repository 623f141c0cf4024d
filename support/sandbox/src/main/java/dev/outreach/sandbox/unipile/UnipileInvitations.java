package dev.outreach.sandbox.unipile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.conversations.Conversations;
import dev.outreach.sandbox.conversations.Line;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.unipile.UnipileReplies.Refused;
import dev.outreach.sandbox.wire.Hashes;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Reply;
import java.time.Duration;
import java.util.List;

/**
 * Invitations on LinkedIn: to strangers only, with a note of 300 characters at most, and to the
 * same person once a day. Until it is accepted an invitation is in no conversation.
 */
final class UnipileInvitations {

  private static final int LONGEST_NOTE = 300;
  private static final Duration RESEND_AFTER = Duration.ofDays(1);

  private final UnipileSettings settings;
  private final Conversations conversations;
  private final UnipilePeople people;
  private final UnipileWebhooks webhooks;

  UnipileInvitations(
      UnipileSettings settings,
      Conversations conversations,
      UnipilePeople people,
      UnipileWebhooks webhooks) {
    this.settings = settings;
    this.conversations = conversations;
    this.people = people;
    this.webhooks = webhooks;
  }

  Reply send(Asked asked) {
    JsonNode fields = asked.fields();
    String note = fields.path("message").asText();
    if (note.length() > LONGEST_NOTE) {
      throw new Refused(400, "too_many_characters");
    }
    LedgerEntry.MessageAccepted accepted =
        conversations.accept(() -> permitted(asked, fields), note);
    String id = accepted.message().id();
    ObjectNode answer = Json.object();
    return Reply.json(
        201,
        asked.v2()
            ? answer.put("object", "RelationRequest").put("type", "sent").put("id", id)
            : answer.put("object", "UserInvitationSent").put("invitation_id", id));
  }

  Reply list(Asked asked) {
    ArrayNode items = Json.array();
    for (Person person : conversations.population().all()) {
      LedgerEntry.Conversation to = invitation(person);
      if (!conversations.isRelated(to.account(), to.address())) {
        conversations
            .lines(to.threadId())
            .reversed()
            .forEach(line -> items.add(entry(line, to, asked.v2())));
      }
    }
    return UnipilePeople.list(asked, items, "");
  }

  boolean accept(Person person) {
    LedgerEntry.Conversation to = invitation(person);
    if (conversations.lines(to.threadId()).isEmpty()
        || conversations.isRelated(to.account(), to.address())) {
      return false;
    }
    conversations.relate(to);
    webhooks.related(to);
    return true;
  }

  private LedgerEntry.Conversation permitted(Asked asked, JsonNode fields) {
    String id = fields.path(asked.v2() ? "user_id" : "provider_id").asText();
    Person person = people.byId(id).orElseThrow(() -> new Refused(422, "invalid_recipient"));
    LedgerEntry.Conversation to = invitation(person);
    if (UnipileChats.isConnected(conversations, to)) {
      throw new Refused(422, "cannot_invite_attendee");
    }
    List<Line> sent = conversations.lines(to.threadId());
    if (!sent.isEmpty()
        && sent.getLast().at().plus(RESEND_AFTER).isAfter(webhooks.clock().instant())) {
      throw new Refused(422, "cannot_resend_yet");
    }
    return to;
  }

  private LedgerEntry.Conversation invitation(Person person) {
    String account = settings.linkedinAccount();
    return new LedgerEntry.Conversation(
        account,
        person.username(),
        UnipilePeople.id(person),
        "invitation_" + Hashes.hex(20, account, person.username()));
  }

  private static ObjectNode entry(Line line, LedgerEntry.Conversation to, boolean v2) {
    ObjectNode entry = Json.object().put("id", line.message().id());
    if (v2) {
      entry
          .put("type", "sent")
          .put("created_at", line.at().toString())
          .put("message", line.message().text());
      entry.putObject("user").put("id", to.address());
      return entry;
    }
    return entry
        .put("object", "InvitationSent")
        .put("invited_user_id", to.address())
        .put("parsed_datetime", line.at().toString())
        .put("invitation_text", line.message().text());
  }
}
