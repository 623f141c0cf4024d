package dev.outreach.sandbox.instagram;

import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.people.Population;
import dev.outreach.sandbox.wire.Hashes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Instagram remembers, folded from the ledger. Guarded by the simulator's lock. */
final class InstagramMemory {

  static final String PLATFORM = "instagram";
  static final Duration HASHTAG_WINDOW = Duration.ofDays(7);

  private final Map<String, Contact> contacts = new HashMap<>();
  private final Map<String, List<Line>> threads = new HashMap<>();
  private final Map<String, Map<String, Instant>> hashtags = new HashMap<>();
  private final Map<String, String> hashtagsById = new HashMap<>();
  private final Population population;
  private long messages;

  InstagramMemory(Population population) {
    this.population = population;
  }

  void apply(LedgerEntry entry) {
    switch (entry) {
      case LedgerEntry.PersonRegistered person when person.platform().equals(PLATFORM) ->
          population.register(person.username(), person.personal(), person.topics());
      case LedgerEntry.InboundReceived inbound when inbound.platform().equals(PLATFORM) ->
          hear(inbound);
      case LedgerEntry.MessageAccepted sent when sent.platform().equals(PLATFORM) ->
          write(
              sent.conversation(), new Line(sent.message(), true, Instant.ofEpochMilli(sent.at())));
      case LedgerEntry.KeywordQueried query when query.platform().equals(PLATFORM) ->
          remember(query);
      case LedgerEntry.Opened _,
          LedgerEntry.PersonRegistered _,
          LedgerEntry.InboundReceived _,
          LedgerEntry.MessageAccepted _,
          LedgerEntry.WebhookDelivered _,
          LedgerEntry.KeywordQueried _ -> {}
    }
  }

  /** Numbers every message of the platform, so that its id is new and the same after a restart. */
  long nextMessageNumber() {
    return messages + 1;
  }

  Optional<Contact> contact(String account, String address) {
    return Optional.ofNullable(contacts.get(account + "/" + address));
  }

  Optional<Contact> contactByThread(String threadId) {
    return contacts.values().stream()
        .filter(contact -> contact.conversation().threadId().equals(threadId))
        .findFirst();
  }

  List<Line> thread(String threadId) {
    return List.copyOf(threads.getOrDefault(threadId, List.of()));
  }

  /** The hashtags an account first asked for within the window that ends now. */
  List<String> hashtagsInWindow(String account, Instant now) {
    return hashtags.getOrDefault(account, Map.of()).entrySet().stream()
        .filter(asked -> asked.getValue().isAfter(now.minus(HASHTAG_WINDOW)))
        .map(Map.Entry::getKey)
        .toList();
  }

  Optional<String> hashtag(String id) {
    return Optional.ofNullable(hashtagsById.get(id));
  }

  /** Hashtag ids are the same for everybody and for ever. */
  static String hashtagId(String hashtag) {
    return "1784156"
        + String.format(Locale.ROOT, "%010d", Hashes.number("hashtag", hashtag) % 10_000_000_000L);
  }

  private void hear(LedgerEntry.InboundReceived inbound) {
    LedgerEntry.Conversation conversation = inbound.conversation();
    Instant at = Instant.ofEpochMilli(inbound.at());
    contacts.put(
        conversation.account() + "/" + conversation.address(), new Contact(conversation, at));
    write(conversation, new Line(inbound.message(), false, at));
  }

  private void write(LedgerEntry.Conversation conversation, Line line) {
    messages++;
    threads.computeIfAbsent(conversation.threadId(), _ -> new ArrayList<>()).add(line);
  }

  private void remember(LedgerEntry.KeywordQueried query) {
    hashtagsById.put(hashtagId(query.keyword()), query.keyword());
    hashtags
        .computeIfAbsent(query.account(), _ -> new HashMap<>())
        .put(query.keyword(), Instant.ofEpochMilli(query.at()));
  }

  /** One message of a thread. */
  record Line(LedgerEntry.Message message, boolean ours, Instant at) {}
}
