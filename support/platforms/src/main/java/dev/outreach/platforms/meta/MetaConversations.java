package dev.outreach.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.SentLookup;
import dev.outreach.platforms.transport.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for messages of ours in the conversations of an account, see
 * developers.facebook.com/docs/graph-api/reference/page/conversations. Only the 20 newest messages
 * show their text.
 */
public final class MetaConversations {

  private static final int DETAILED_MESSAGES = 20;

  private final MetaGraph graph;
  private final String accountId;
  private final String platformName;

  /**
   * The conversations of one account.
   *
   * @param platformName {@code instagram} or {@code messenger}
   */
  public MetaConversations(MetaGraph graph, String accountId, String platformName) {
    this.graph = graph;
    this.accountId = accountId;
    this.platformName = platformName;
  }

  /** See {@link dev.outreach.platforms.Messaging#findSent}. */
  public SentLookup findSent(String recipient, String text, Instant since) {
    try {
      Optional<String> thread = thread(recipient);
      if (thread.isEmpty()) {
        return new SentLookup.Absent(false);
      }
      JsonNode messages =
          graph
              .get(thread.get(), Map.of("fields", "messages{id,created_time,from,to,message}"))
              .body()
              .path("messages")
              .path("data");
      return find(messages, thread.get(), new Wanted(text, since.truncatedTo(ChronoUnit.SECONDS)));
    } catch (PlatformException refused) {
      return new SentLookup.Unreadable(refused.failure());
    }
  }

  private SentLookup find(JsonNode messages, String thread, Wanted wanted) {
    boolean reachedOlder = messages.size() < DETAILED_MESSAGES;
    for (JsonNode message : messages) {
      Optional<Instant> at = GraphTime.parse(Json.text(message, "created_time"));
      if (at.isEmpty() || at.get().isBefore(wanted.since)) {
        reachedOlder |= at.isPresent();
      } else if (isOurs(message) && wanted.text.equals(message.path("message").asText())) {
        return new SentLookup.Found(message.path("id").asText(), thread, at.get());
      } else if (!message.has("message")) {
        return new SentLookup.Absent(false);
      }
    }
    return new SentLookup.Absent(reachedOlder);
  }

  private boolean isOurs(JsonNode message) {
    return message.path("from").path("id").asText().equals(accountId);
  }

  private Optional<String> thread(String recipient) {
    JsonNode conversations =
        graph
            .get(
                accountId + "/conversations",
                Map.of("platform", platformName, "user_id", recipient))
            .body()
            .path("data");
    return Optional.ofNullable(Json.text(conversations.path(0), "id"));
  }

  private record Wanted(String text, Instant since) {}
}
