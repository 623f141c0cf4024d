package dev.outreach.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.runtime.Settings;
import dev.outreach.sandbox.MovableClock;
import dev.outreach.standalone.client.JsonClient;
import dev.outreach.standalone.embedded.StartFailure;
import dev.outreach.standalone.stack.LocalStack;
import dev.outreach.standalone.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number of follow-ups changes while all runs, and the counts go with it. */
class FollowUpsAllowedIT {

  private static final int PEOPLE = 24;
  private static final Duration SILENCE = Duration.ofDays(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final MovableClock clock = new MovableClock(Clock.systemUTC());

  @Test
  void shouldCountPeopleByTheNumberThatHolds(@TempDir Path folder)
      throws IOException, InterruptedException, StartFailure {
    try (LocalStack.Running stack = start(folder)) {
      JsonClient api = JsonClient.ofPipeline(stack.addresses().http(), stack.token());
      contactEverybody(api, JsonClient.ofSandbox(stack.addresses().sandbox()));
      clock.advance(SILENCE);
      awaitStanding(api, PEOPLE, PEOPLE, 0);

      allow(api, 0);
      awaitStanding(api, PEOPLE, 0, 0);
      allow(api, 1);
      awaitStanding(api, PEOPLE, PEOPLE, 0);

      draft(api, "/api/social/pipeline/followup", "all_ready");
      sendByHand(api);
      awaitStanding(api, 0, 0, PEOPLE);
    }
    try (LocalStack.Running again = start(folder)) {
      JsonClient api = JsonClient.ofPipeline(again.addresses().http(), again.token());
      clock.advance(SILENCE);
      allow(api, 2);
      awaitStanding(api, PEOPLE, PEOPLE, 0);
      assertThat(followUpsLeft(api)).containsOnly(1);
    }
  }

  private LocalStack.Running start(Path folder)
      throws IOException, InterruptedException, StartFailure {
    return LocalStack.start(
        new StackOptions(folder, FreePorts.five(), Settings.of(Map.of()), clock, true), _ -> {});
  }

  private static void allow(JsonClient api, int followUps)
      throws IOException, InterruptedException {
    JsonNode policy = api.put("/api/social/policy", Map.of("follow_ups", followUps));
    assertThat(policy.path("follow_ups").asInt()).isEqualTo(followUps);
  }

  private static void contactEverybody(JsonClient api, JsonClient sandbox)
      throws IOException, InterruptedException {
    List<String> people = IntStream.range(0, PEOPLE).mapToObj(i -> "silent." + i).toList();
    sandbox.post(
        "/sandbox/instagram/people",
        Map.of("people", people.stream().map(name -> Map.of("username", name)).toList()));
    api.post(
        "/api/social/pipeline/discover",
        Map.of("platform", "instagram", "handles", people, "max_profiles", PEOPLE));
    await(() -> api.all("/api/social/profiles").size() == PEOPLE);
    api.post(
        "/api/social/pipeline/review",
        Map.of(
            "verdict",
            "qualified",
            "profile_ids",
            api.all("/api/social/profiles").stream()
                .map(profile -> profile.path("profile_id").asText())
                .toList()));
    draft(api, "/api/social/pipeline/draft", "all_qualified");
    sendByHand(api);
  }

  private static void draft(JsonClient api, String path, String everybody) {
    await(
        () -> {
          api.post(path, Map.of(everybody, true, "limit", PEOPLE));
          return messages(api, "drafted").size() == PEOPLE;
        });
  }

  private static void sendByHand(JsonClient api) throws IOException, InterruptedException {
    api.post(
        "/api/social/pipeline/send",
        Map.of(
            "approvals",
            messages(api, "drafted").stream()
                .map(
                    draft ->
                        Map.of(
                            "profile_id", draft.path("profile_id").asText(),
                            "message_id", draft.path("message_id").asText(),
                            "fingerprint", draft.path("fingerprint").asText()))
                .toList()));
    await(() -> messages(api, "waiting_manual").size() == PEOPLE);
    for (JsonNode message : messages(api, "waiting_manual")) {
      api.post(
          "/api/social/messages/" + message.path("message_id").asText() + "/manual-send",
          Map.of("sent", true));
    }
  }

  private static List<JsonNode> messages(JsonClient api, String status)
      throws IOException, InterruptedException {
    return api.all("/api/social/messages?status=" + status);
  }

  private static List<Integer> followUpsLeft(JsonClient api)
      throws IOException, InterruptedException {
    return api.all("/api/social/profiles").stream()
        .map(profile -> profile.path("follow_ups_left").asInt())
        .toList();
  }

  private static void awaitStanding(JsonClient api, long sent, long ready, long exhausted) {
    Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode status = api.get("/api/social/pipeline/status");
              assertThat(
                      List.of(
                          status.path("sent").asLong(),
                          status.path("followup_ready").asLong(),
                          status.path("exhausted").asLong()))
                  .as("sent, ready for a follow-up, exhausted")
                  .containsExactly(sent, ready, exhausted);
            });
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(condition);
  }
}
