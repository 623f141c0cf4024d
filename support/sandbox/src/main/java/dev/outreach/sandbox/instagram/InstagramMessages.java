package dev.outreach.sandbox.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.ledger.Ledger;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.ledger.Recorded;
import dev.outreach.sandbox.meta.GraphErrors;
import dev.outreach.sandbox.meta.GraphRefusal;
import dev.outreach.sandbox.meta.RateMeter;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.people.Population;
import dev.outreach.sandbox.wire.Hashes;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Instagram's messaging: only people who wrote first, only within the window, only short texts. */
final class InstagramMessages {

  private static final int MAX_TEXT_BYTES = 1000;
  private static final int DETAILED_MESSAGES = 20;
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final Duration HUMAN_AGENT_WINDOW = Duration.ofDays(7);
  private static final DateTimeFormatter GRAPH_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ").withZone(ZoneOffset.UTC);

  private final Ledger ledger;
  private final InstagramMemory memory;
  private final Population population;
  private final InstagramWebhooks webhooks;
  private final RateMeter sends;
  private final Clock clock;

  InstagramMessages(
      Ledger ledger, InstagramMemory memory, Population population, Delivery delivery) {
    this.ledger = ledger;
    this.memory = memory;
    this.population = population;
    this.webhooks = delivery.webhooks();
    this.sends = new RateMeter(delivery.clock(), delivery.sendsPerSecond());
    this.clock = delivery.clock();
  }

  /** What sending needs besides the memory. */
  record Delivery(InstagramWebhooks webhooks, int sendsPerSecond, Clock clock) {}

  Reply send(InstagramAccount account, JsonNode body) {
    Recorded recorded;
    LedgerEntry.MessageAccepted accepted;
    synchronized (memory) {
      accepted = accept(account, body);
      recorded = ledger.append(accepted);
      memory.apply(accepted);
    }
    ledger.awaitDurable(recorded.seq());
    webhooks.echo(accepted);
    return Reply.ok(
        Json.object()
            .put("recipient_id", accepted.conversation().address())
            .put("message_id", accepted.message().id()));
  }

  /** A person writes to us: the address becomes known and the window opens. */
  LedgerEntry.InboundReceived hear(InstagramAccount account, Person person, String text) {
    LedgerEntry.InboundReceived inbound;
    Recorded recorded;
    synchronized (memory) {
      LedgerEntry.Conversation conversation = conversation(account, person);
      inbound =
          new LedgerEntry.InboundReceived(
              InstagramMemory.PLATFORM, clock.millis(), conversation, newMessage(text));
      recorded = ledger.append(inbound);
      memory.apply(inbound);
    }
    ledger.awaitDurable(recorded.seq());
    webhooks.received(inbound);
    return inbound;
  }

  /** The person opens the conversation; false where there is none or nothing of ours in it. */
  boolean read(InstagramAccount account, Person person) {
    LedgerEntry.Conversation conversation = conversation(account, person);
    Optional<InstagramMemory.Line> newest;
    synchronized (memory) {
      newest =
          memory.thread(conversation.threadId()).reversed().stream()
              .filter(InstagramMemory.Line::ours)
              .findFirst();
    }
    newest.ifPresent(line -> webhooks.read(conversation, line.message().id(), clock.millis()));
    return newest.isPresent();
  }

  Reply conversations(InstagramAccount account, String address) {
    ledger.awaitDurable();
    synchronized (memory) {
      ArrayNode data = Json.array();
      memory.contact(account.id(), address).ifPresent(contact -> data.add(summary(contact)));
      return Reply.ok(Json.object().set("data", data));
    }
  }

  Optional<Reply> conversation(String threadId) {
    ledger.awaitDurable();
    synchronized (memory) {
      return memory.contactByThread(threadId).map(contact -> Reply.ok(details(contact)));
    }
  }

  /** The person behind an address, readable once that person has written. */
  Optional<Reply> profile(InstagramAccount account, String address) {
    synchronized (memory) {
      return memory
          .contact(account.id(), address)
          .flatMap(contact -> population.find(contact.conversation().username()))
          .map(person -> Reply.ok(profile(person, address)));
    }
  }

  private LedgerEntry.MessageAccepted accept(InstagramAccount account, JsonNode body) {
    String text = body.path("message").path("text").asText();
    if (text.isEmpty()) {
      throw refuse(100, 0, "(#100) Param message must be non-empty");
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT_BYTES) {
      throw refuse(
          100, 0, "(#100) Length of param message[text] must be less than or equal to 1000");
    }
    Contact contact =
        memory
            .contact(account.id(), body.path("recipient").path("id").asText())
            .orElseThrow(() -> refuse(100, 2534014, "(#100) The requested user cannot be found"));
    requireOpenWindow(account, body, contact);
    if (!sends.count(account.id())) {
      throw refuse(613, 2534040, "(#613) Calls to this api have exceeded the rate limit");
    }
    return new LedgerEntry.MessageAccepted(
        InstagramMemory.PLATFORM, clock.millis(), contact.conversation(), newMessage(text));
  }

  private void requireOpenWindow(InstagramAccount account, JsonNode body, Contact contact) {
    Duration window = WINDOW;
    if (body.path("messaging_type").asText().equals("MESSAGE_TAG")) {
      requireHumanAgent(account, body.path("tag").asText());
      window = HUMAN_AGENT_WINDOW;
    }
    if (clock.instant().isAfter(contact.lastInbound().plus(window))) {
      throw refuse(10, 2534022, "(#10) This message is sent outside of allowed window");
    }
  }

  private static void requireHumanAgent(InstagramAccount account, String tag) {
    if (!tag.equals("HUMAN_AGENT")) {
      throw refuse(100, 0, "(#100) Param tag must be HUMAN_AGENT");
    }
    if (!account.humanAgentApproved()) {
      throw refuse(10, 0, "(#10) The app has no permission for the Human Agent feature");
    }
  }

  private LedgerEntry.Conversation conversation(InstagramAccount account, Person person) {
    String address =
        Long.toString(
            1_000_000_000_000_000L
                + Hashes.number(account.id(), person.username()) % 9_000_000_000_000_000L);
    String thread = "aWdfZAG06" + Hashes.hex(32, "thread", account.id(), person.username());
    return new LedgerEntry.Conversation(account.id(), person.username(), address, thread);
  }

  private LedgerEntry.Message newMessage(String text) {
    return new LedgerEntry.Message(
        "aWdfZAG1faXRlb" + Hashes.hex(32, "instagram message", memory.nextMessageNumber()), text);
  }

  private ObjectNode summary(Contact contact) {
    String thread = contact.conversation().threadId();
    Instant updated = memory.thread(thread).getLast().at();
    return Json.object().put("id", thread).put("updated_time", GRAPH_TIME.format(updated));
  }

  private ObjectNode details(Contact contact) {
    ObjectNode conversation = Json.object().put("id", contact.conversation().threadId());
    ArrayNode data = conversation.putObject("messages").putArray("data");
    List<InstagramMemory.Line> newestFirst =
        memory.thread(contact.conversation().threadId()).reversed();
    for (int index = 0; index < newestFirst.size(); index++) {
      data.add(line(contact.conversation(), newestFirst.get(index), index < DETAILED_MESSAGES));
    }
    return conversation;
  }

  private static ObjectNode line(
      LedgerEntry.Conversation with, InstagramMemory.Line line, boolean detailed) {
    ObjectNode node =
        Json.object()
            .put("id", line.message().id())
            .put("created_time", GRAPH_TIME.format(line.at()));
    if (detailed) {
      node.putObject("from").put("id", line.ours() ? with.account() : with.address());
      node.putObject("to")
          .putArray("data")
          .addObject()
          .put("id", line.ours() ? with.address() : with.account());
      node.put("message", line.message().text());
    }
    return node;
  }

  private static ObjectNode profile(Person person, String address) {
    return Json.object()
        .put("name", person.fullName())
        .put("username", person.username())
        .put("follower_count", person.audience().followers())
        .put("is_user_follow_business", false)
        .put("is_business_follow_user", false)
        .put("is_verified_user", false)
        .put("id", address);
  }

  private static GraphRefusal refuse(int code, int subcode, String message) {
    return new GraphRefusal(GraphErrors.error(code, subcode, message));
  }
}
