package dev.outreach.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.standalone.client.JsonClient;
import dev.outreach.standalone.embedded.StartFailure;
import dev.outreach.standalone.stack.LocalStack;
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
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long after a person's reply their approved message is taken back in the ledger. */
class ReplyLatencyIT {

  private static final int PEOPLE = 120;
  private static final Duration BETWEEN_REPLIES = Duration.ofMillis(100);
  private static final Duration P99_AT_MOST = Duration.ofSeconds(5);

  @Test
  void shouldTakeBackWhatIsQueuedWithinSecondsOfTheReply(@TempDir Path folder)
      throws IOException, InterruptedException, SQLException, StartFailure {
    try (LocalStack.Running stack = WholeStack.on(folder)) {
      Operator operator = new Operator(stack);
      List<String> people = IntStream.range(0, PEOPLE).mapToObj(i -> "latency." + i).toList();
      operator.qualify(people);
      operator.draft(PEOPLE);
      operator.approve();
      Operator.await(() -> waiting(stack).size() == PEOPLE);

      Map<String, Instant> replied = reply(operator.sandbox(), people);
      Operator.await(() -> waiting(stack).isEmpty());

      report(replied, cancelled(stack));
      JsonNode sent = operator.sandbox().get("/sandbox/ledger/messages").path("messages");
      assertThat(sent).isEmpty();
    }
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
}
