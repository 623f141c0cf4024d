package dev.outreach.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.conversations.Contact;
import dev.outreach.sandbox.conversations.Conversations;
import dev.outreach.sandbox.conversations.Line;
import dev.outreach.sandbox.conversations.RateMeter;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.wire.Hashes;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Messaging through the Graph API: only people who wrote first, only within the window, only short
 * texts.
 */
public final class GraphMessages {

  private static final int DETAILED_MESSAGES = 20;
  private static final Duration WINDOW = Duration.ofDays(1);
  private static final Duration HUMAN_AGENT_WINDOW = Duration.ofDays(7);

  private final MessageRules rules;
  private final Conversations conversations;
  private final GraphWebhooks webhooks;
  private final RateMeter sends;
  private final Clock clock;

  /**
   * Messaging by these rules.
   *
   * @param sends counts what an account sends per second
   */
  public GraphMessages(
      MessageRules rules, Conversations conversations, GraphWebhooks webhooks, RateMeter sends) {
    this.rules = rules;
    this.conversations = conversations;
    this.webhooks = webhooks;
    this.sends = sends;
    this.clock = sends.clock();
  }

  /** Carries out {@code POST /{account}/messages}. */
  public Reply send(GraphAccount account, JsonNode body) {
    String text = body.path("message").path("text").asText();
    LedgerEntry.MessageAccepted accepted =
        conversations.accept(() -> permitted(account, body, text), text);
    webhooks.sent(accepted);
    return Reply.ok(
        Json.object()
            .put("recipient_id", accepted.conversation().address())
            .put("message_id", accepted.message().id()));
  }

  /** A person writes to us: the address becomes known and the window opens. */
  public LedgerEntry.InboundReceived hear(GraphAccount account, Person person, String text) {
    LedgerEntry.InboundReceived inbound = conversations.hear(conversation(account, person), text);
    webhooks.received(inbound);
    return inbound;
  }

  /** The person opens the conversation; false where it holds nothing of ours. */
  public boolean read(GraphAccount account, Person person) {
    LedgerEntry.Conversation conversation = conversation(account, person);
    Optional<Line> newest = conversations.newestOfOurs(conversation.threadId());
    newest.ifPresent(line -> webhooks.read(conversation, line.message().id(), clock.millis()));
    return newest.isPresent();
  }

  /**
   * Carries out {@code GET /{account}/conversations?user_id=}.
   *
   * @param address whose; empty for everybody's
   */
  public Reply conversations(GraphAccount account, String address) {
    ArrayNode data = Json.array();
    List<Contact> asked =
        address.isEmpty()
            ? conversations.contacts(account.id())
            : conversations.contact(account.id(), address).stream().toList();
    asked.forEach(contact -> data.add(summary(contact)));
    return Reply.ok(Json.object().set("data", data));
  }

  /** Carries out {@code GET /{conversation}?fields=messages{…}}. */
  public Optional<Reply> conversation(String threadId) {
    return conversations.contactByThread(threadId).map(contact -> Reply.ok(details(contact)));
  }

  /** Posts again what was never acknowledged. */
  public void resumeWebhooks() {
    conversations.unacknowledged().forEach(webhooks::received);
  }

  private LedgerEntry.Conversation permitted(GraphAccount account, JsonNode body, String text) {
    if (text.isEmpty()) {
      throw refuse(100, 0, "(#100) Param message must be non-empty");
    }
    if (rules.length().applyAsInt(text) > rules.maximumLength()) {
      throw refuse(
          100, 0, "(#100) Length of param message[text] must be at most " + rules.maximumLength());
    }
    if (rules.typeRequired() && body.path("messaging_type").asText().isEmpty()) {
      throw refuse(100, 0, "(#100) The parameter messaging_type is required");
    }
    Contact contact =
        conversations
            .contact(account.id(), body.path("recipient").path("id").asText())
            .orElseThrow(
                () -> refuse(100, rules.unknownRecipient(), "(#100) No matching user found"));
    requireOpenWindow(account, body, contact);
    if (!sends.count(account.id())) {
      throw refuse(613, 2534040, "(#613) Calls to this api have exceeded the rate limit");
    }
    return contact.conversation();
  }

  private void requireOpenWindow(GraphAccount account, JsonNode body, Contact contact) {
    Duration window = WINDOW;
    if (body.path("messaging_type").asText().equals("MESSAGE_TAG")) {
      requireHumanAgent(account, body.path("tag").asText());
      window = HUMAN_AGENT_WINDOW;
    }
    if (clock.instant().isAfter(contact.lastInbound().plus(window))) {
      throw refuse(
          10, rules.closedWindow(), "(#10) This message is sent outside of allowed window");
    }
  }

  private static void requireHumanAgent(GraphAccount account, String tag) {
    if (!tag.equals("HUMAN_AGENT")) {
      throw refuse(100, 0, "(#100) Param tag must be HUMAN_AGENT");
    }
    if (!account.humanAgentApproved()) {
      throw refuse(10, 0, "(#10) The app has no permission for the Human Agent feature");
    }
  }

  private LedgerEntry.Conversation conversation(GraphAccount account, Person person) {
    long number = Hashes.number(account.id(), person.username()) % 9_000_000_000_000_000L;
    return new LedgerEntry.Conversation(
        account.id(),
        person.username(),
        Long.toString(1_000_000_000_000_000L + number),
        rules.threadPrefix() + Hashes.hex(32, "thread", account.id(), person.username()));
  }

  private ObjectNode summary(Contact contact) {
    String thread = contact.conversation().threadId();
    return Json.object()
        .put("id", thread)
        .put("updated_time", GraphTimes.write(conversations.lines(thread).getLast().at()));
  }

  private ObjectNode details(Contact contact) {
    ObjectNode conversation = Json.object().put("id", contact.conversation().threadId());
    ArrayNode data = conversation.putObject("messages").putArray("data");
    List<Line> newestFirst = conversations.lines(contact.conversation().threadId()).reversed();
    for (int index = 0; index < newestFirst.size(); index++) {
      data.add(line(contact.conversation(), newestFirst.get(index), index < DETAILED_MESSAGES));
    }
    return conversation;
  }

  private static ObjectNode line(LedgerEntry.Conversation with, Line line, boolean detailed) {
    ObjectNode node =
        Json.object()
            .put("id", line.message().id())
            .put("created_time", GraphTimes.write(line.at()));
    if (detailed) {
      String from = line.ours() ? with.account() : with.address();
      String to = line.ours() ? with.address() : with.account();
      node.putObject("from").put("id", from);
      node.putObject("to").putArray("data").addObject().put("id", to);
      node.put("message", line.message().text());
    }
    return node;
  }

  private static GraphRefusal refuse(int code, int subcode, String message) {
    return new GraphRefusal(GraphErrors.error(code, subcode, message));
  }
}
