package dev.outreach.platforms.unipile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.Conversations;
import dev.outreach.platforms.InboundEvent;
import dev.outreach.platforms.InboundEvent.Party;
import dev.outreach.platforms.transport.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the conversations of the connected person, the newest first, until one was not touched
 * since. Conversations of more than two are left alone: who answers whom is not to be told there.
 * See developer.unipile.com/reference/chatscontroller_listallchats and
 * developer.unipile.com/v2.0/reference. Thread-safe.
 */
final class UnipileConversations implements Conversations {

  private static final int PAGES_READ = 10;

  private final UnipileApi api;
  private final Dialect dialect;
  private final String accountId;

  UnipileConversations(UnipileApi api, Dialect dialect, String accountId) {
    this.api = api;
    this.dialect = dialect;
    this.accountId = accountId;
  }

  @Override
  public List<InboundEvent> since(Instant since) {
    Instant from = since.truncatedTo(ChronoUnit.SECONDS);
    List<InboundEvent> events = new ArrayList<>();
    Optional<String> cursor = Optional.of("");
    for (int page = 0; page < PAGES_READ && cursor.isPresent(); page++) {
      JsonNode answer = api.get(dialect.allChats(cursor.get()));
      for (JsonNode entry : dialect.items(answer)) {
        Optional<Chat> chat = dialect.chat(entry);
        if (chat.flatMap(Chat::touchedAt).filter(at -> at.isBefore(from)).isPresent()) {
          return events;
        }
        chat.ifPresent(with -> events.addAll(messages(with, from)));
      }
      cursor = dialect.next(answer);
    }
    return events;
  }

  private List<InboundEvent> messages(Chat chat, Instant from) {
    List<InboundEvent> events = new ArrayList<>();
    Optional<String> cursor = Optional.of("");
    for (int page = 0; page < PAGES_READ && cursor.isPresent(); page++) {
      JsonNode answer = api.get(dialect.messages(chat.id(), from, cursor.get()));
      for (JsonNode message : dialect.items(answer)) {
        if (!isNotice(message)) {
          UnipileReader.time(Json.text(message, "timestamp"))
              .filter(at -> !at.isBefore(from))
              .ifPresent(at -> events.add(event(message, chat, at)));
        }
      }
      cursor = dialect.next(answer);
    }
    return events;
  }

  /** What the platform itself puts between the messages; version 1 says 1, version 2 true. */
  private static boolean isNotice(JsonNode message) {
    return message.path("is_event").asBoolean();
  }

  private InboundEvent event(JsonNode message, Chat chat, Instant at) {
    String id = message.path("id").asText();
    Party party = Party.at(chat.personId());
    Optional<String> thread = Optional.of(chat.id());
    Optional<String> text =
        Optional.ofNullable(Json.text(message, "text")).filter(words -> !words.isEmpty());
    return message.path("is_sender").asBoolean()
        ? new InboundEvent.Echo(accountId, party, thread, id, text, at)
        : new InboundEvent.MessageReceived(accountId, party, thread, id, text, at);
  }
}
