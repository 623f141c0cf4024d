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
import java.util.stream.StreamSupport;

/** Version 1, see developer.unipile.com/docs and unipile-node-sdk. */
final class DialectV1 implements Dialect {

  private static final String BASE = "api/v1/";
  private static final String ACCOUNT = "account_id";
  private static final String PAGE = "100";

  private final String accountId;

  DialectV1(String accountId) {
    this.accountId = accountId;
  }

  @Override
  public Read places(String name) {
    return new Read(
        BASE + "linkedin/search/parameters",
        Map.of(ACCOUNT, accountId, "type", "LOCATION", "keywords", name));
  }

  @Override
  public Post search(String keywords, List<String> places, String cursor) {
    ObjectNode body =
        Json.object().put("api", "classic").put("category", "people").put("keywords", keywords);
    if (!places.isEmpty()) {
      places.forEach(body.putArray("location")::add);
    }
    return Post.json(BASE + "linkedin/search", page("25", cursor), body);
  }

  @Override
  public Read profile(String handle) {
    return new Read(BASE + "users/" + handle, Map.of(ACCOUNT, accountId));
  }

  @Override
  public Read posts(String userId) {
    return new Read(BASE + "users/" + userId + "/posts", Map.of(ACCOUNT, accountId, "limit", "20"));
  }

  @Override
  public Post message(OutboundMessage message) {
    Multipart form = new Multipart(message.key()).with("text", message.text());
    if (message.threadId().isPresent()) {
      return form.post(BASE + "chats/" + message.threadId().get() + "/messages");
    }
    return form.with(ACCOUNT, accountId)
        .with("attendees_ids", message.recipient())
        .post(BASE + "chats");
  }

  @Override
  public Post invitation(OutboundMessage message) {
    return Post.json(
        BASE + "users/invite",
        Map.of(),
        Json.object()
            .put(ACCOUNT, accountId)
            .put("provider_id", message.recipient())
            .put("message", message.text()));
  }

  @Override
  public Read invitations(String cursor) {
    return new Read(BASE + "users/invite/sent", page(PAGE, cursor));
  }

  @Override
  public Optional<Invitation> invitation(JsonNode entry) {
    return Optional.of(
        new Invitation(
            entry.path("id").asText(),
            entry.path("invited_user_id").asText(),
            entry.path("invitation_text").asText(),
            UnipileReader.time(Json.text(entry, "parsed_datetime"))));
  }

  @Override
  public Read chats(String personId, Instant since) {
    Map<String, String> parameters = page(PAGE, "");
    parameters.put("after", since.toString());
    return new Read(BASE + "chats", parameters);
  }

  @Override
  public Optional<String> chatWith(String personId, JsonNode answer) {
    return StreamSupport.stream(items(answer).spliterator(), false)
        .filter(chat -> chat.path("attendee_provider_id").asText().equals(personId))
        .map(chat -> chat.path("id").asText())
        .findFirst();
  }

  @Override
  public Read allChats(String cursor) {
    return new Read(BASE + "chats", page(PAGE, cursor));
  }

  /** Type 0 is a conversation of two. */
  @Override
  public Optional<Chat> chat(JsonNode entry) {
    return entry.path("type").asInt(0) == 0 && entry.hasNonNull("attendee_provider_id")
        ? Optional.of(
            new Chat(
                entry.path("id").asText(),
                entry.path("attendee_provider_id").asText(),
                UnipileReader.time(Json.text(entry, "timestamp"))))
        : Optional.empty();
  }

  @Override
  public Read messages(String chatId, Instant since, String cursor) {
    Map<String, String> parameters = page(PAGE, cursor);
    parameters.put("after", since.toString());
    return new Read(BASE + "chats/" + chatId + "/messages", parameters);
  }

  @Override
  public JsonNode items(JsonNode answer) {
    return answer.path("items");
  }

  @Override
  public Optional<String> next(JsonNode answer) {
    return Optional.ofNullable(Json.text(answer, "cursor"));
  }

  private Map<String, String> page(String limit, String cursor) {
    Map<String, String> parameters = new HashMap<>(Map.of(ACCOUNT, accountId, "limit", limit));
    if (!cursor.isEmpty()) {
      parameters.put("cursor", cursor);
    }
    return parameters;
  }
}
