package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The queue through the API, on the tables the sender makes. */
class QueueIT {

  private static final UUID MESSAGE = UUID.fromString("7b0f6f3e-94a8-5d5c-8d5e-0d6f2f3a1c11");
  private static final UUID PERSON = UUID.fromString("1f0c2f1e-1111-5d5c-8d5e-0d6f2f3a1c11");

  @Test
  void shouldShowWhatWaitsAndStopAndStartIt() throws Exception {
    try (TestPostgres postgres = TestPostgres.withSender();
        RunningApi api = new RunningApi(postgres.dataSource(), Map.of())) {
      api.awaitUp();
      postgres.execute(waitingMessage());

      JsonNode waiting = queue(api);
      assertThat(waiting.path("counts").path("waiting").asInt()).isEqualTo(1);
      assertThat(waiting.path("items").get(0).path("message_id").asText())
          .isEqualTo(MESSAGE.toString());
      assertThat(waiting.path("paused").isNull()).isTrue();

      assertThat(post(api, "pause", "{\"all\":true,\"reason\":\"Wrong text\"}").status())
          .isEqualTo(200);
      assertThat(queue(api).path("paused").path("reason").asText()).isEqualTo("Wrong text");

      assertThat(post(api, "resume", "{\"all\":true}").status()).isEqualTo(200);
      assertThat(queue(api).path("paused").isNull()).isTrue();
    }
  }

  private static JsonNode queue(RunningApi api) {
    RunningApi.Answer answer = api.send(api.request("/api/social/pipeline/queue"));
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private static RunningApi.Answer post(RunningApi api, String verb, String body) {
    return api.send(
        api.request("/api/social/pipeline/" + verb).POST(BodyPublishers.ofString(body)));
  }

  private static String waitingMessage() {
    return """
        INSERT INTO social_send_ledger (message_id, order_id, workspace_id, profile_id, step,
          correlation_id, platform, account, message_type, recipient, address_known, username,
          body, fingerprint, approved_at, approved_by, expires_at, not_before, changed_at)
        VALUES ('%s', 'order-1', 'default', '%s', 0, 'c-1', 'INSTAGRAM', 'studio', 'INITIAL',
          '4711', true, 'ada', 'Hello', 'f', now(), 'ada', now() + interval '7 days', now(), now())
        """
        .formatted(MESSAGE, PERSON);
  }
}
