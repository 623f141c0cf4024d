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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long after a person's reply their approved message is taken back in the ledger. */
class ReplyLatencyIT {

  private static final int PEOPLE = 120;
  private static final Duration BETWEEN_REPLIES = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration P99_AT_MOST = Duration.ofSeconds(5);

  @Test
  void shouldTakeBackWhatIsQueuedWithinSecondsOfTheReply(@TempDir Path folder)
      throws IOException, InterruptedException, SQLException, StartFailure {
    try (LocalStack.Running stack =
        LocalStack.start(
            new StackOptions(
                folder,
                FreePorts.five(),
                Settings.of(Map.of()),
                new MovableClock(Clock.systemUTC()),
                true),
            _ -> {})) {
      JsonClient api = JsonClient.ofPipeline(stack.addresses().http(), stack.token());
      JsonClient sandbox = JsonClient.ofSandbox(stack.addresses().sandbox());
      List<String> people = IntStream.range(0, PEOPLE).mapToObj(i -> "latency." + i).toList();
      discover(api, sandbox, people);
      approve(api);
      await(() -> waiting(stack).size() == PEOPLE);

      Map<String, Instant> replied = reply(sandbox, people);
      await(() -> waiting(stack).isEmpty());

      report(replied, cancelled(stack));
      JsonNode sent = sandbox.get("/sandbox/ledger/messages").path("messages");
      assertThat(sent).isEmpty();
    }
  }

  private static void discover(JsonClient api, JsonClient sandbox, List<String> people)
      throws IOException, InterruptedException {
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
    await(
        () -> {
          api.post("/api/social/pipeline/draft", Map.of("all_qualified", true, "limit", 500));
          return api.all("/api/social/messages?status=drafted").size() == PEOPLE;
        });
  }

  private static void approve(JsonClient api) throws IOException, InterruptedException {
    api.post(
        "/api/social/pipeline/send",
        Map.of(
            "approvals",
            api.all("/api/social/messages?status=drafted").stream()
                .map(
                    draft ->
                        Map.of(
                            "profile_id", draft.path("profile_id").asText(),
                            "message_id", draft.path("message_id").asText(),
                            "fingerprint", draft.path("fingerprint").asText()))
                .toList()));
  }

  private static Map<String, Instant> reply(JsonClient sandbox, List<String> people)
      throws IOException, InterruptedException {
    Map<String, Instant> replied = new HashMap<>();
    for (String person : people) {
      replied.put(person, Clock.systemUTC().instant());
      sandbox.post(
          "/sandbox/instagram/inbound", Map.of("username", person, "text", "Yes, tell me more!"));
      Awaitility.await().dontCatchUncaughtExceptions().pollDelay(BETWEEN_REPLIES).until(() -> true);
    }
    return replied;
  }

  private static List<String> waiting(LocalStack.Running stack) throws SQLException {
    return new ArrayList<>(
        rows(stack, "state IN ('READY', 'CLAIMED', 'WRITING', 'WAITING_PERSON')").keySet());
  }

  private static Map<String, Instant> cancelled(LocalStack.Running stack) throws SQLException {
    return rows(stack, "state = 'CANCELLED' AND reason_code = 'REPLIED'");
  }

  private static Map<String, Instant> rows(LocalStack.Running stack, String where)
      throws SQLException {
    Map<String, Instant> rows = new HashMap<>();
    try (Connection connection =
            DriverManager.getConnection(
                stack.addresses().jdbc(), stack.addresses().user(), "unused");
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT username, changed_at FROM social_send_ledger WHERE " + where);
        ResultSet results = statement.executeQuery()) {
      while (results.next()) {
        rows.put(results.getString(1), results.getObject(2, OffsetDateTime.class).toInstant());
      }
      return rows;
    }
  }

  private static void report(Map<String, Instant> replied, Map<String, Instant> cancelled) {
    assertThat(cancelled.keySet()).isEqualTo(replied.keySet());
    List<Duration> latencies =
        replied.entrySet().stream()
            .map(one -> Duration.between(one.getValue(), cancelled.get(one.getKey())))
            .sorted()
            .toList();
    Duration middle = latencies.get(latencies.size() / 2);
    Duration high = latencies.get(latencies.size() * 99 / 100);
    System.getLogger(ReplyLatencyIT.class.getName())
        .log(
            System.Logger.Level.INFO,
            "{0} replies: cancelled in the ledger after p50 {1} ms, p99 {2} ms, at most {3} ms",
            latencies.size(),
            middle.toMillis(),
            high.toMillis(),
            latencies.getLast().toMillis());
    assertThat(high).isLessThan(P99_AT_MOST);
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(condition);
  }
}
