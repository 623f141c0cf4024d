package dev.outreach.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.standalone.client.JsonClient;
import dev.outreach.standalone.stack.LocalStack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Somebody who takes people on Instagram through the funnel, by HTTP. */
final class Operator {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final JsonClient api;
  private final JsonClient sandbox;

  Operator(LocalStack.Running stack) {
    this.api = JsonClient.ofPipeline(stack.addresses().http(), stack.token());
    this.sandbox = JsonClient.ofSandbox(stack.addresses().sandbox());
  }

  JsonClient api() {
    return api;
  }

  JsonClient sandbox() {
    return sandbox;
  }

  /** Makes these people up, has them found, and qualifies everybody there is. */
  void qualify(List<String> usernames) throws IOException, InterruptedException {
    sandbox.post(
        "/sandbox/instagram/people",
        Map.of("people", usernames.stream().map(name -> Map.of("username", name)).toList()));
    api.post(
        "/api/social/pipeline/discover",
        Map.of("platform", "instagram", "handles", usernames, "max_profiles", usernames.size()));
    await(() -> profiles().size() == usernames.size());
    api.post(
        "/api/social/pipeline/review",
        Map.of(
            "verdict",
            "qualified",
            "profile_ids",
            profiles().stream().map(profile -> profile.path("profile_id").asText()).toList()));
  }

  /** First messages until so many drafts wait for approval. */
  void draft(int expected) {
    drafted("/api/social/pipeline/draft", "all_qualified", expected);
  }

  /** Follow-ups until so many drafts wait for approval. */
  void followUp(int expected) {
    drafted("/api/social/pipeline/followup", "all_ready", expected);
  }

  private void drafted(String path, String everybody, int expected) {
    await(
        () -> {
          api.post(path, Map.of(everybody, true, "limit", 500));
          return messages("drafted").size() == expected;
        });
  }

  /** Approves every draft. */
  void approve() throws IOException, InterruptedException {
    api.post(
        "/api/social/pipeline/send",
        Map.of(
            "approvals",
            messages("drafted").stream()
                .map(
                    draft ->
                        Map.of(
                            "profile_id", draft.path("profile_id").asText(),
                            "message_id", draft.path("message_id").asText(),
                            "fingerprint", draft.path("fingerprint").asText()))
                .toList()));
  }

  /** Says of so many messages that they were sent by hand. */
  void sendByHand(int expected) throws IOException, InterruptedException {
    await(() -> messages("waiting_manual").size() == expected);
    for (JsonNode message : messages("waiting_manual")) {
      api.post(
          "/api/social/messages/" + message.path("message_id").asText() + "/manual-send",
          Map.of("sent", true));
    }
  }

  List<JsonNode> profiles() throws IOException, InterruptedException {
    return api.all("/api/social/profiles");
  }

  private List<JsonNode> messages(String status) throws IOException, InterruptedException {
    return api.all("/api/social/messages?status=" + status);
  }

  /** Waits a while for something to come true. */
  static void await(Callable<Boolean> condition) {
    Awaitility.await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(condition);
  }
}
