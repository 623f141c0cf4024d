package dev.outreach.platforms.unipile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.transport.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Version 2, see developer.unipile.com/v2.0/docs and unipile-python. */
final class DialectV2 implements Dialect {

  private final String base;

  DialectV2(String accountId) {
    this.base = "v2/" + accountId + "/";
  }

  @Override
  public Read places(String name) {
    return new Read(
        base + "linkedin/search/parameters", Map.of("type", "LOCATION", "keywords", name));
  }

  @Override
  public Post search(String keywords, List<String> places, String cursor) {
    ObjectNode body = Json.object().put("keywords", keywords);
    if (!places.isEmpty()) {
      places.forEach(body.putArray("location")::add);
    }
    return Post.json(base + "linkedin/search/people", page("25", cursor), body);
  }

  @Override
  public Read profile(String handle) {
    return new Read(base + "users/" + handle, Map.of());
  }

  @Override
  public Read posts(String userId) {
    return new Read(base + "users/" + userId + "/posts", Map.of("limit", "20"));
  }

  @Override
  public Post message(OutboundMessage message) {
    ObjectNode body = Json.object().put("text", message.text());
    if (message.threadId().isPresent()) {
      return Post.json(
          base + "chats/" + message.threadId().get() + "/messages/send", Map.of(), body);
    }
    body.putArray("users_ids").add(message.recipient());
    return Post.json(base + "chats/send", Map.of(), body);
  }

  @Override
  public Post invitation(OutboundMessage message) {
    return Post.json(
        base + "users/me/relation-requests",
        Map.of(),
        Json.object().put("user_id", message.recipient()).put("message", message.text()));
  }

  @Override
  public Read invitations(String cursor) {
    return new Read(base + "users/me/relation-requests", page("100", cursor));
  }

  @Override
  public Optional<Invitation> invitation(JsonNode entry) {
    return entry.path("type").asText().equals("sent")
        ? Optional.of(
            new Invitation(
                entry.path("id").asText(),
                entry.path("user").path("id").asText(),
                entry.path("message").asText(),
                UnipileReader.time(Json.text(entry, "created_at"))))
        : Optional.empty();
  }

  @Override
  public Read chats(String personId, Instant since) {
    return new Read(base + "users/" + personId + "/chat", Map.of());
  }

  @Override
  public Optional<String> chatWith(String personId, JsonNode answer) {
    return Optional.ofNullable(Json.text(answer, "id"));
  }

  @Override
  public Read allChats(String cursor) {
    return new Read(base + "chats", page("100", cursor));
  }

  /** {@code user_id} is the other one in a conversation of two. */
  @Override
  public Optional<Chat> chat(JsonNode entry) {
    return entry.path("type").asText().equals("1to1") && entry.hasNonNull("user_id")
        ? Optional.of(
            new Chat(
                entry.path("id").asText(),
                entry.path("user_id").asText(),
                UnipileReader.time(Json.text(entry, "last_message_timestamp"))))
        : Optional.empty();
  }

  @Override
  public Read messages(String chatId, Instant since, String cursor) {
    Map<String, String> parameters = page("100", cursor);
    parameters.put("after", since.toString());
    return new Read(base + "chats/" + chatId + "/messages", parameters);
  }

  @Override
  public JsonNode items(JsonNode answer) {
    return answer.path("data");
  }

  @Override
  public Optional<String> next(JsonNode answer) {
    return Optional.ofNullable(Json.text(answer, "next_cursor"));
  }

  private static Map<String, String> page(String limit, String cursor) {
    Map<String, String> parameters = new HashMap<>(Map.of("limit", limit));
    if (!cursor.isEmpty()) {
      parameters.put("cursor", cursor);
    }
    return parameters;
  }
}
