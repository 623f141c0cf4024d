package dev.outreach.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.standalone.client.JsonClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person who operates the pipeline decides, by script and through the public API. */
final class Operator {

  private static final int CHUNK = 200;

  private final JsonClient pipeline;

  Operator(JsonClient pipeline) {
    this.pipeline = pipeline;
  }

  /** Gives each person the verdict the script has for them. */
  void judge(List<JsonNode> profiles) throws IOException, InterruptedException {
    Map<String, List<String>> byVerdict = new HashMap<>();
    for (JsonNode profile : profiles) {
      String id = profile.path("profile_id").asText();
      byVerdict.computeIfAbsent(Script.verdict(id), _ -> new ArrayList<>()).add(id);
    }
    for (Map.Entry<String, List<String>> entry : byVerdict.entrySet()) {
      for (List<String> chunk : chunks(entry.getValue())) {
        pipeline.post(
            "/api/social/pipeline/review",
            Map.of("profile_ids", chunk, "verdict", entry.getKey(), "reason", "scripted reviewer"));
      }
    }
  }

  /** Approves drafts as they stand. */
  void approve(List<JsonNode> drafts) throws IOException, InterruptedException {
    List<Map<String, String>> approvals =
        drafts.stream()
            .map(
                draft ->
                    Map.of(
                        "profile_id", draft.path("profile_id").asText(),
                        "message_id", draft.path("message_id").asText(),
                        "fingerprint", draft.path("fingerprint").asText()))
            .toList();
    for (List<Map<String, String>> chunk : chunks(approvals)) {
      pipeline.post("/api/social/pipeline/send", Map.of("approvals", chunk));
    }
  }

  /** Sends in the platform's own app what software may not send, and says so. */
  void sendByHand(List<JsonNode> messages) throws IOException, InterruptedException {
    for (JsonNode message : messages) {
      pipeline.post(
          "/api/social/messages/" + message.path("message_id").asText() + "/manual-send",
          Map.of("sent", true));
    }
  }

  /**
   * Looks into the platform's conversations and says what is there.
   *
   * @param doubtful messages nobody knows the fate of
   * @param accepted what the platform shows in its conversations
   */
  void settle(List<JsonNode> doubtful, List<JsonNode> accepted)
      throws IOException, InterruptedException {
    for (JsonNode message : doubtful) {
      boolean arrived =
          accepted.stream()
              .anyMatch(
                  seen ->
                      seen.path("address").asText().equals(message.path("recipient").asText())
                          && seen.path("text")
                              .asText()
                              .equals(message.path("draft_body").asText()));
      pipeline.post(
          "/api/social/messages/" + message.path("message_id").asText() + "/resolve",
          Map.of(
              "resolution", arrived ? "was_sent" : "retry", "reason", "looked it up in the app"));
    }
  }

  private static <T> List<List<T>> chunks(List<T> items) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < items.size(); from += CHUNK) {
      chunks.add(items.subList(from, Math.min(items.size(), from + CHUNK)));
    }
    return chunks;
  }
}
