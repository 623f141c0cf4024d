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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Conversations. On LinkedIn only connections can be written to, and five messages a minute are all
 * it takes.
 */
final class UnipileChats {

  private final UnipileSettings settings;
  private final Conversations conversations;
  private final UnipilePeople people;
  private final UnipileWebhooks webhooks;
  private final Clock clock;
  private final Map<String, Deque<Instant>> sends = new HashMap<>();

  UnipileChats(
      UnipileSettings settings,
      Conversations conversations,
      UnipilePeople people,
      UnipileWebhooks webhooks) {
    this.settings = settings;
    this.conversations = conversations;
    this.people = people;
    this.webhooks = webhooks;
    this.clock = webhooks.clock();
  }

  Reply send(Asked asked) {
    JsonNode fields = asked.fields();
    String text = fields.path("text").asText();
    if (text.isBlank()) {
      throw new Refused(400, "missing_parameters");
    }
    LedgerEntry.MessageAccepted accepted =
        conversations.accept(() -> permitted(asked, fields), text);
    webhooks.sent(accepted);
    return Reply.json(
        201,
        Json.object()
            .put(
                "object",
                asked.segment(1).isEmpty() || asked.segment(1).equals("send")
                    ? "ChatStarted"
                    : "MessageSent")
            .put("chat_id", accepted.conversation().threadId())
            .put("message_id", accepted.message().id()));
  }

  LedgerEntry.InboundReceived hear(Person person, String text) {
    LedgerEntry.InboundReceived inbound =
        conversations.hear(conversation(settings.linkedinAccount(), person), text);
    webhooks.received(inbound);
    return inbound;
  }

  boolean read(Person person) {
    LedgerEntry.Conversation conversation = conversation(settings.linkedinAccount(), person);
    Optional<Line> newest = conversations.newestOfOurs(conversation.threadId());
    newest.ifPresent(line -> webhooks.read(conversation, line.message().id()));
    return newest.isPresent();
  }

  /** All conversations, the one touched last first; version 2 also tells the one with a person. */
  Reply chats(Asked asked) {
    if (asked.segment(0).equals("users")) {
      Person person =
          people.byId(asked.segment(1)).orElseThrow(() -> new Refused(404, "resource_not_found"));
      String chat = conversation(asked.account(), person).threadId();
      if (conversations.lines(chat).isEmpty()) {
        throw new Refused(404, "resource_not_found");
      }
      return Reply.ok(Json.object().put("id", chat));
    }
    int limit = Integer.parseInt(asked.call().parameter("limit").orElse("10"));
    int offset = Integer.parseInt(asked.call().parameter("cursor").orElse("0"));
    List<ObjectNode> all =
        conversations.population().all().stream()
            .map(person -> conversation(asked.account(), person))
            .flatMap(with -> lastTouched(with).stream())
            .sorted(Comparator.comparing(Touched::at).reversed())
            .map(touched -> chat(touched, asked))
            .toList();
    ArrayNode items = Json.array();
    all.stream().skip(offset).limit(limit).forEach(items::add);
    boolean more = offset + limit < all.size();
    return UnipilePeople.list(asked, items, more ? Integer.toString(offset + limit) : "");
  }

  private record Touched(LedgerEntry.Conversation with, Instant at) {}

  private Optional<Touched> lastTouched(LedgerEntry.Conversation with) {
    List<Line> lines = conversations.lines(with.threadId());
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Touched(with, lines.getLast().at()));
  }

  private static ObjectNode chat(Touched touched, Asked asked) {
    ObjectNode chat =
        Json.object().put("id", touched.with().threadId()).put("account_id", asked.account());
    return asked.v2()
        ? chat.put("user_id", touched.with().address())
            .put("type", "1to1")
            .put("last_message_timestamp", touched.at().toString())
        : chat.put("attendee_provider_id", touched.with().address())
            .put("type", 0)
            .put("timestamp", touched.at().toString());
  }

  /** The newest messages first. */
  Reply messages(Asked asked) {
    String chat = asked.segment(1);
    Instant after = asked.call().parameter("after").map(Instant::parse).orElse(Instant.EPOCH);
    int limit = Integer.parseInt(asked.call().parameter("limit").orElse("10"));
    int offset = Integer.parseInt(asked.call().parameter("cursor").orElse("0"));
    List<Line> lines =
        conversations.lines(chat).reversed().stream()
            .filter(line -> !line.at().isBefore(after))
            .toList();
    ArrayNode items = Json.array();
    lines.stream().skip(offset).limit(limit).forEach(line -> items.add(message(line, asked.v2())));
    boolean more = offset + limit < lines.size();
    return UnipilePeople.list(asked, items, more ? Integer.toString(offset + limit) : "");
  }

  void resumeWebhooks() {
    conversations.unacknowledged().forEach(webhooks::received);
  }

  private LedgerEntry.Conversation permitted(Asked asked, JsonNode fields) {
    LedgerEntry.Conversation with = recipient(asked, fields);
    if (!mayWriteTo(with)) {
      throw new Refused(422, "no_connection_with_recipient");
    }
    if (!hasAllowance(with.account())) {
      throw new Refused(429, "too_many_requests");
    }
    return with;
  }

  private LedgerEntry.Conversation recipient(Asked asked, JsonNode fields) {
    boolean starts = asked.segment(1).isEmpty() || asked.segment(1).equals("send");
    if (starts) {
      String id =
          asked.v2()
              ? fields.path("users_ids").path(0).asText()
              : fields.path("attendees_ids").asText();
      return people
          .byId(id)
          .map(person -> conversation(asked.account(), person))
          .orElseThrow(() -> new Refused(422, "invalid_recipient"));
    }
    String chat = asked.segment(1);
    for (Person person : conversations.population().all()) {
      for (String account : List.of(settings.linkedinAccount(), settings.instagramAccount())) {
        LedgerEntry.Conversation with = conversation(account, person);
        if (with.threadId().equals(chat)) {
          return with;
        }
      }
    }
    throw new Refused(404, "resource_not_found");
  }

  private boolean mayWriteTo(LedgerEntry.Conversation with) {
    return with.account().equals(settings.instagramAccount()) || isConnected(conversations, with);
  }

  /** A third of the people are connections from the start. */
  static boolean isConnected(Conversations conversations, LedgerEntry.Conversation with) {
    return conversations.contact(with.account(), with.address()).isPresent()
        || conversations.isRelated(with.account(), with.address())
        || Hashes.number(with.username(), "degree") % 3 == 0;
  }

  private boolean hasAllowance(String account) {
    Instant now = clock.instant();
    Deque<Instant> recent = sends.computeIfAbsent(account, _ -> new ArrayDeque<>());
    while (!recent.isEmpty() && recent.peek().isBefore(now.minus(Duration.ofMinutes(1)))) {
      recent.poll();
    }
    return recent.size() < settings.sendsPerMinute() && recent.add(now);
  }

  private static LedgerEntry.Conversation conversation(String account, Person person) {
    return new LedgerEntry.Conversation(
        account,
        person.username(),
        UnipilePeople.id(person),
        "chat_" + Hashes.hex(20, account, person.username()));
  }

  private static ObjectNode message(Line line, boolean v2) {
    ObjectNode node =
        Json.object()
            .put("id", line.message().id())
            .put("text", line.message().text())
            .put("timestamp", line.at().toString());
    return v2 ? node.put("is_sender", line.ours()) : node.put("is_sender", line.ours() ? 1 : 0);
  }
}
