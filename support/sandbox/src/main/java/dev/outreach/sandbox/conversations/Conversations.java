package dev.outreach.sandbox.conversations;

import dev.outreach.sandbox.ledger.Ledger;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.ledger.LedgerEntry.Conversation;
import dev.outreach.sandbox.ledger.Recorded;
import dev.outreach.sandbox.people.Population;
import dev.outreach.sandbox.wire.Hashes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The conversations of one platform, folded from the ledger and continued in it. Thread-safe. */
public final class Conversations {

  private final Set<String> relations = new HashSet<>();
  private final Map<String, Contact> contacts = new LinkedHashMap<>();
  private final Map<String, Contact> contactsByThread = new HashMap<>();
  private final Map<String, List<Line>> threads = new HashMap<>();
  private final String platform;
  private final String messagePrefix;
  private final Population population;
  private final Ledger ledger;
  private final Clock clock;
  private long messages;

  /**
   * Continues where the ledger left off.
   *
   * @param messagePrefix how message ids of this platform begin
   */
  public Conversations(String platform, String messagePrefix, Population population, World world) {
    this.platform = platform;
    this.messagePrefix = messagePrefix;
    this.population = population;
    this.ledger = world.ledger();
    this.clock = world.clock();
    ledger.replay(this::apply);
  }

  public Population population() {
    return population;
  }

  /**
   * Accepts a message of ours. The decision where it goes, or the refusal it throws, is made while
   * nothing else changes. Returns when the message is on disk.
   */
  public LedgerEntry.MessageAccepted accept(Supplier<Conversation> decision, String text) {
    LedgerEntry.MessageAccepted accepted;
    Recorded recorded;
    synchronized (this) {
      accepted =
          new LedgerEntry.MessageAccepted(
              platform, clock.millis(), decision.get(), newMessage(text));
      recorded = ledger.append(accepted);
      apply(accepted);
    }
    ledger.awaitDurable(recorded.seq());
    return accepted;
  }

  /** A person writes. Returns when that is on disk. */
  public LedgerEntry.InboundReceived hear(Conversation conversation, String text) {
    LedgerEntry.InboundReceived inbound;
    Recorded recorded;
    synchronized (this) {
      inbound =
          new LedgerEntry.InboundReceived(platform, clock.millis(), conversation, newMessage(text));
      recorded = ledger.append(inbound);
      apply(inbound);
    }
    ledger.awaitDurable(recorded.seq());
    return inbound;
  }

  /** A person accepts an invitation. Returns when that is on disk. */
  public void relate(Conversation conversation) {
    Recorded recorded;
    synchronized (this) {
      LedgerEntry made = new LedgerEntry.RelationMade(platform, clock.millis(), conversation);
      recorded = ledger.append(made);
      apply(made);
    }
    ledger.awaitDurable(recorded.seq());
  }

  /** Whether a person has accepted an invitation of ours. */
  public synchronized boolean isRelated(String account, String address) {
    return relations.contains(account + "/" + address);
  }

  /** Lets people exist, for good. Returns when that is on disk. */
  public void register(List<LedgerEntry.PersonRegistered> people) {
    synchronized (this) {
      for (LedgerEntry.PersonRegistered person : people) {
        if (population.find(person.username()).isEmpty()) {
          ledger.append(person);
          apply(person);
        }
      }
    }
    ledger.awaitDurable();
  }

  public synchronized Optional<Contact> contact(String account, String address) {
    return Optional.ofNullable(contacts.get(account + "/" + address));
  }

  public synchronized Optional<Contact> contactByThread(String threadId) {
    return Optional.ofNullable(contactsByThread.get(threadId));
  }

  public synchronized List<Contact> contacts(String account) {
    return contacts.values().stream()
        .filter(contact -> contact.conversation().account().equals(account))
        .toList();
  }

  /** What was said, oldest first; only what a crash cannot undo. */
  public List<Line> lines(String threadId) {
    ledger.awaitDurable();
    synchronized (this) {
      return List.copyOf(threads.getOrDefault(threadId, List.of()));
    }
  }

  /** The newest message of ours in a conversation. */
  public Optional<Line> newestOfOurs(String threadId) {
    return lines(threadId).reversed().stream().filter(Line::ours).findFirst();
  }

  /** Inbound messages whose webhook was never acknowledged. */
  public List<LedgerEntry.InboundReceived> unacknowledged() {
    Map<String, LedgerEntry.InboundReceived> open = new LinkedHashMap<>();
    ledger.replay(
        entry -> {
          if (entry instanceof LedgerEntry.InboundReceived inbound
              && inbound.platform().equals(platform)) {
            open.put(inbound.message().id(), inbound);
          } else if (entry instanceof LedgerEntry.WebhookDelivered delivered) {
            open.remove(delivered.messageId());
          }
        });
    return List.copyOf(open.values());
  }

  private void apply(LedgerEntry entry) {
    switch (entry) {
      case LedgerEntry.PersonRegistered person when person.platform().equals(platform) ->
          population.register(person.username(), person.personal(), person.topics());
      case LedgerEntry.InboundReceived inbound when inbound.platform().equals(platform) ->
          applyInbound(inbound);
      case LedgerEntry.MessageAccepted sent when sent.platform().equals(platform) ->
          applyAccepted(sent);
      case LedgerEntry.RelationMade made when made.platform().equals(platform) ->
          relations.add(made.conversation().account() + "/" + made.conversation().address());
      case LedgerEntry.Opened _,
          LedgerEntry.PersonRegistered _,
          LedgerEntry.InboundReceived _,
          LedgerEntry.MessageAccepted _,
          LedgerEntry.RelationMade _,
          LedgerEntry.WebhookDelivered _,
          LedgerEntry.KeywordQueried _ -> {}
    }
  }

  private void applyInbound(LedgerEntry.InboundReceived inbound) {
    Conversation conversation = inbound.conversation();
    Instant at = Instant.ofEpochMilli(inbound.at());
    Instant windowStart =
        contact(conversation.account(), conversation.address())
            .filter(known -> known.sentInWindow() == 0)
            .map(Contact::windowStart)
            .orElse(at);
    put(new Contact(conversation, at, windowStart, 0));
    write(conversation, new Line(inbound.message(), false, at));
  }

  private void applyAccepted(LedgerEntry.MessageAccepted sent) {
    Conversation conversation = sent.conversation();
    contact(conversation.account(), conversation.address())
        .ifPresent(
            known ->
                put(
                    new Contact(
                        conversation,
                        known.lastInbound(),
                        known.windowStart(),
                        known.sentInWindow() + 1)));
    write(conversation, new Line(sent.message(), true, Instant.ofEpochMilli(sent.at())));
  }

  private void put(Contact contact) {
    contacts.put(
        contact.conversation().account() + "/" + contact.conversation().address(), contact);
    contactsByThread.put(contact.conversation().threadId(), contact);
  }

  private void write(Conversation conversation, Line line) {
    messages++;
    threads.computeIfAbsent(conversation.threadId(), _ -> new ArrayList<>()).add(line);
  }

  /**
   * Numbered over all messages of the platform, so that an id is new and the same after a restart.
   */
  private LedgerEntry.Message newMessage(String text) {
    return new LedgerEntry.Message(messagePrefix + Hashes.hex(32, platform, messages + 1), text);
  }
}
