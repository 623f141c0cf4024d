package dev.outreach.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.Conversations;
import dev.outreach.platforms.InboundEvent;
import dev.outreach.platforms.InboundEvent.Party;
import dev.outreach.platforms.transport.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the conversations of an account, see
 * developers.facebook.com/docs/graph-api/reference/page/conversations. Only the 20 newest messages
 * of a conversation show their writer and text. Thread-safe.
 */
public final class MetaInbox implements Conversations {

  private static final int PAGES_READ = 20;

  private final MetaGraph graph;
  private final String accountId;
  private final String platformName;

  /**
   * The conversations of one account.
   *
   * @param platformName {@code instagram} or {@code messenger}
   */
  public MetaInbox(MetaGraph graph, String accountId, String platformName) {
    this.graph = graph;
    this.accountId = accountId;
    this.platformName = platformName;
  }

  @Override
  public List<InboundEvent> since(Instant since) {
    Instant from = since.truncatedTo(ChronoUnit.SECONDS);
    List<InboundEvent> events = new ArrayList<>();
    Optional<String> after = Optional.of("");
    for (int page = 0; page < PAGES_READ && after.isPresent(); page++) {
      JsonNode answer = graph.get(accountId + "/conversations", parameters(after.get())).body();
      for (JsonNode conversation : answer.path("data")) {
        if (isTouchedSince(conversation, from)) {
          events.addAll(messages(conversation.path("id").asText(), from));
        }
      }
      after = next(answer);
    }
    return events;
  }

  private Map<String, String> parameters(String after) {
    Map<String, String> parameters =
        new HashMap<>(Map.of("platform", platformName, "fields", "id,updated_time"));
    if (!after.isEmpty()) {
      parameters.put("after", after);
    }
    return parameters;
  }

  private static boolean isTouchedSince(JsonNode conversation, Instant from) {
    return GraphTime.parse(Json.text(conversation, "updated_time"))
        .map(touched -> !touched.isBefore(from))
        .orElse(true);
  }

  private static Optional<String> next(JsonNode answer) {
    JsonNode paging = answer.path("paging");
    return paging.has("next")
        ? Optional.ofNullable(Json.text(paging.path("cursors"), "after"))
        : Optional.empty();
  }

  private List<InboundEvent> messages(String thread, Instant from) {
    JsonNode messages =
        graph
            .get(thread, Map.of("fields", "messages{id,created_time,from,to,message}"))
            .body()
            .path("messages")
            .path("data");
    List<InboundEvent> events = new ArrayList<>();
    for (JsonNode message : messages) {
      GraphTime.parse(Json.text(message, "created_time"))
          .filter(at -> !at.isBefore(from) && message.has("from"))
          .ifPresent(at -> events.add(event(message, thread, at)));
    }
    return events;
  }

  private InboundEvent event(JsonNode message, String thread, Instant at) {
    String id = message.path("id").asText();
    String writer = message.path("from").path("id").asText();
    Optional<String> text =
        Optional.ofNullable(Json.text(message, "message")).filter(words -> !words.isEmpty());
    if (!writer.equals(accountId)) {
      return new InboundEvent.MessageReceived(
          accountId, Party.at(writer), Optional.of(thread), id, text, at);
    }
    String reader = message.path("to").path("data").path(0).path("id").asText();
    return new InboundEvent.Echo(accountId, Party.at(reader), Optional.of(thread), id, text, at);
  }
}
