package dev.outreach.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.conversations.Contact;
import dev.outreach.sandbox.conversations.Conversations;
import dev.outreach.sandbox.conversations.Line;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.tiktok.TikTokReplies.Refused;
import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Hashes;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Business Messaging: conversations begin with the person, last 48 hours and take ten answers. */
final class TikTokMessages {

  private static final Duration WINDOW = Duration.ofDays(2);
  private static final int PER_WINDOW = 10;
  private static final int MAX_CHARACTERS = 6000;
  private static final int PAGE = 20;
  private static final Set<String> REGIONS_THAT_MAY_NOT_SEND =
      Set.of(
          "AT", "BE", "CH", "DE", "DK", "ES", "FR", "GB", "IE", "IT", "NL", "NO", "PL", "PT", "SE",
          "UK");

  private final TikTokSettings settings;
  private final Conversations conversations;
  private final TikTokWebhooks webhooks;
  private final Clock clock;

  TikTokMessages(
      TikTokSettings settings, Conversations conversations, TikTokWebhooks webhooks, Clock clock) {
    this.settings = settings;
    this.conversations = conversations;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  Reply send(JsonNode body) {
    if (REGIONS_THAT_MAY_NOT_SEND.contains(settings.region())) {
      throw new Refused(40001, "No permission: messaging is not available in this region");
    }
    requireOurs(body.path("business_id").asText());
    String text = body.path("text").path("body").asText();
    if (!body.path("message_type").asText().equals("TEXT") || text.isEmpty()) {
      throw new Refused(40002, "message_type must be TEXT and text.body must be given");
    }
    if (text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
      throw new Refused(40002, "text.body is longer than 6000 characters");
    }
    LedgerEntry.MessageAccepted accepted =
        conversations.accept(() -> permitted(body.path("recipient").asText()), text);
    webhooks.sent(accepted);
    ObjectNode data = Json.object();
    data.putObject("message").put("message_id", accepted.message().id());
    return TikTokReplies.ok(data);
  }

  LedgerEntry.InboundReceived hear(Person person, String text) {
    LedgerEntry.InboundReceived inbound = conversations.hear(conversation(person), text);
    webhooks.received(inbound);
    return inbound;
  }

  boolean read(Person person) {
    LedgerEntry.Conversation conversation = conversation(person);
    boolean any = conversations.newestOfOurs(conversation.threadId()).isPresent();
    if (any) {
      webhooks.read(conversation, clock.millis());
    }
    return any;
  }

  Reply list(Call call) {
    requireOurs(call.parameter("business_id").orElse(""));
    ArrayNode list = Json.array();
    for (Contact contact : conversations.contacts(settings.businessId())) {
      list.addObject()
          .put("conversation_id", contact.conversation().threadId())
          .put("update_time", contact.lastInbound().toEpochMilli());
    }
    return TikTokReplies.ok(Json.object().put("has_more", false).set("conversations", list));
  }

  /** The newest messages first, a page at a time. */
  Reply content(Call call) {
    requireOurs(call.parameter("business_id").orElse(""));
    String thread = call.parameter("conversation_id").orElse("");
    Contact contact =
        conversations
            .contactByThread(thread)
            .orElseThrow(() -> new Refused(40007, "conversation not found"));
    int offset = call.parameter("cursor").map(Integer::parseInt).orElse(0);
    List<Line> newestFirst = conversations.lines(thread).reversed();
    ObjectNode data = Json.object();
    ArrayNode messages = data.putArray("messages");
    newestFirst.stream()
        .skip(offset)
        .limit(PAGE)
        .forEach(line -> messages.add(message(contact.conversation(), line)));
    boolean more = offset + PAGE < newestFirst.size();
    data.put("has_more", more);
    if (more) {
      data.put("cursor", Integer.toString(offset + PAGE));
    }
    return TikTokReplies.ok(data);
  }

  void resumeWebhooks() {
    conversations.unacknowledged().forEach(webhooks::received);
  }

  private LedgerEntry.Conversation permitted(String conversationId) {
    Contact contact =
        conversations
            .contactByThread(conversationId)
            .orElseThrow(() -> new Refused(40007, "conversation not found"));
    if (clock.instant().isAfter(contact.lastInbound().plus(WINDOW))) {
      throw new Refused(40003, "The messaging window of 48 hours has closed");
    }
    if (contact.sentInWindow() >= PER_WINDOW) {
      throw new Refused(40003, "The limit of 10 messages in this window is reached");
    }
    return contact.conversation();
  }

  private void requireOurs(String businessId) {
    if (!businessId.equals(settings.businessId())) {
      throw new Refused(40001, "No permission for this business_id");
    }
  }

  private LedgerEntry.Conversation conversation(Person person) {
    String thread = "ttconv" + Hashes.hex(24, settings.businessId(), person.username());
    return new LedgerEntry.Conversation(settings.businessId(), person.username(), thread, thread);
  }

  private static ObjectNode message(LedgerEntry.Conversation with, Line line) {
    ObjectNode node =
        Json.object()
            .put("message_id", line.message().id())
            .put("conversation_id", with.threadId())
            .put("message_type", "TEXT")
            .put("timestamp", line.at().toEpochMilli());
    node.putObject("from_user").put("role", line.ours() ? "business_account" : "personal_account");
    node.putObject("text").put("body", line.message().text());
    return node;
  }
}
