package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.runtime.Health;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is not answered with 200 is a problem document that says why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsIT {

  private static final String DISCOVER = "/api/social/pipeline/discover";
  private static final String STATUS = "/api/social/pipeline/status";

  private TestPostgres postgres;
  private RunningApi api;

  @BeforeAll
  void start() {
    postgres = TestPostgres.migrated();
    api = new RunningApi(postgres.dataSource(), Map.of());
  }

  @AfterAll
  void stop() {
    api.close();
    postgres.close();
  }

  @Test
  void shouldNameEveryFieldAtFault() {
    RunningApi.Answer answer =
        api.post(DISCOVER, "{\"platform\": \"myspace\", \"max_profiles\": \"many\", \"x\": 1}");

    assertProblem(answer, 400, "INVALID_REQUEST");
    assertThat(answer.body().path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("platform", "max_profiles", "keywords", "x");
    answer
        .body()
        .path("errors")
        .forEach(
            error -> {
              assertThat(error.path("problem").asText()).isNotBlank();
              assertThat(error.path("fix").asText()).isNotBlank();
            });
  }

  @Test
  void shouldRefuseWhatIsNoJson() {
    assertProblem(api.post(DISCOVER, "{\"platform\": "), 400, "MALFORMED_JSON");
  }

  @Test
  void shouldRefuseALargeBodyAnnouncedOrNot() {
    byte[] large = new byte[Exchange.LARGEST_BODY + 1];

    assertProblem(
        api.send(api.request(DISCOVER).POST(HttpRequest.BodyPublishers.ofByteArray(large))),
        413,
        "TOO_LARGE");
    assertProblem(
        api.send(
            api.request(DISCOVER)
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large)))),
        413,
        "TOO_LARGE");
  }

  @Test
  void shouldRefuseUnknownAddressesAndMethods() {
    assertProblem(api.get("/api/social/nothing"), 404, "NOT_FOUND");
    assertProblem(api.get(DISCOVER), 405, "METHOD_NOT_ALLOWED");
    assertProblem(api.send(api.request(STATUS).DELETE()), 405, "METHOD_NOT_ALLOWED");
    assertProblem(api.get("/assets/nothing.js"), 404, "NOT_FOUND");
  }

  @Test
  void shouldLetOnlyTheAdministratorIn() {
    assertProblem(api.send(api.bare(STATUS).GET()), 401, "UNAUTHORIZED");
    for (String header : new String[] {"Bearer wrong", "Bearer", "Basic abc", ""}) {
      RunningApi.Answer answer = api.send(api.bare(STATUS).header("Authorization", header).GET());
      assertProblem(answer, 401, "UNAUTHORIZED");
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
  }

  @Test
  void shouldRefuseWrongParameters() {
    assertProblem(api.get(STATUS + "?workspace=a%20b"), 400, "INVALID_REQUEST");
    assertProblem(api.get(STATUS + "?unknown=1"), 400, "INVALID_REQUEST");
    assertProblem(api.get(STATUS + "?workspace=%ff"), 400, "INVALID_REQUEST");
    assertProblem(api.get("/webhooks/anything?challenge=%ff"), 400, "INVALID_REQUEST");
    assertProblem(api.get("/api/social/profiles?limit=0"), 400, "INVALID_REQUEST");
    assertProblem(api.get("/api/social/profiles?after=zzz"), 400, "INVALID_REQUEST");
    assertProblem(
        api.get(
            "/api/social/profiles?after=99999999999999999_6f7b5a0e-2c1d-5e5b-9d53-0f2a6d1c8e11"),
        400,
        "INVALID_REQUEST");
    assertProblem(api.post("/api/social/messages/1-1-1-1-1/edit", "{}"), 400, "INVALID_REQUEST");
  }

  @Test
  void shouldRefuseATimeAtWhichNoScreenShowedAnything() {
    assertFault("at=yesterday", "is not a time with its zone", "2026-11-20T10:00Z");
    assertFault("at=2026-11-20T10:00", "is not a time with its zone", "2026-11-20T10:00Z");
    assertFault("at=2026-13-20T10:00Z", "is not a time with its zone", "2026-11-20T10:00Z");
    assertFault("at=9999-01-01T00:00Z", "is in the future", "use a time until now");
    assertFault("at=%2B999999999-12-31T23:59:59Z", "is in the future", "use a time until now");
    assertFault("at=1969-12-31T23:59:59Z", "is before 1970", "2026-11-20T10:00Z");
    assertFault("at=-999999999-01-01T00:00:00Z", "is before 1970", "2026-11-20T10:00Z");
    assertFault(
        "at=2026-11-20T10:00Z&at=2026-11-20T10:00Z", "is there more than once", "send it once");
  }

  private void assertFault(String query, String problem, String fix) {
    RunningApi.Answer answer = api.get(STATUS + "?" + query);

    assertProblem(answer, 400, "INVALID_REQUEST");
    assertThat(answer.body().path("errors")).hasSize(1);
    JsonNode fault = answer.body().path("errors").get(0);
    assertThat(fault.path("field").asText()).isEqualTo("at");
    assertThat(fault.path("problem").asText()).isEqualTo(problem);
    assertThat(fault.path("fix").asText()).contains(fix);
  }

  @Test
  void shouldSayThatTheTablesAreMissing() {
    try (TestPostgres empty = TestPostgres.empty();
        RunningApi other = new RunningApi(empty.dataSource(), Map.of())) {
      RunningApi.Answer answer = other.get(STATUS);

      assertProblem(answer, 503, "SCHEMA_MISSING");
      assertThat(answer.header("Retry-After")).isEqualTo("2");
      assertProblem(other.get("/api/social/pipeline/stream"), 503, "SCHEMA_MISSING");
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(10))
          .until(() -> other.app().health() instanceof Health.Down);
    }
  }

  @Test
  void shouldSayThatTheDatabaseIsDown() {
    try (TestPostgres gone = TestPostgres.migrated();
        RunningApi other = new RunningApi(gone.dataSource(), Map.of())) {
      gone.stopServer();

      RunningApi.Answer answer = other.get(STATUS);

      assertProblem(answer, 503, "READ_MODEL_UNAVAILABLE");
      assertThat(answer.header("Retry-After")).isEqualTo("2");
    }
  }

  @Test
  void shouldSayThatTheLogIsDown() {
    try (RunningApi other = new RunningApi(postgres.dataSource(), Map.of())) {
      other.log().goDown();

      assertProblem(
          other.post(DISCOVER, "{\"platform\": \"instagram\", \"keywords\": [\"a\"]}"),
          503,
          "LOG_UNAVAILABLE");
    }
  }

  @Test
  void shouldPutAnUnreadableResultAside() {
    try (RunningApi other = new RunningApi(postgres.dataSource(), Map.of())) {
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(10))
          .until(() -> other.app().health().isUp());
      other.log().resultOf(new byte[] {1, 2, 3});

      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(10))
          .until(() -> other.log().others().size() == 1);
      assertThat(other.log().others().getFirst().topic()).endsWith("dead-letters.pipeline-api");
    }
  }

  @Test
  void shouldReportHealthWithReasons() {
    try (RunningApi other = new RunningApi(postgres.dataSource(), Map.of())) {
      other.parts().put("sending-consumer", new Health.Up());
      assertThat(other.get("/health/ready").status()).isEqualTo(200);

      other.parts().put("drafting-processor", new Health.Down("no broker"));
      RunningApi.Answer answer = other.get("/health/ready");

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.body().path("status").asText()).isEqualTo("down");
      assertThat(answer.body().at("/parts/drafting-processor/why").asText()).isEqualTo("no broker");
      assertThat(other.get("/health/live").status()).isEqualTo(200);
    }
  }

  @Test
  void shouldTellBrowsersWhatNotToDo() {
    RunningApi.Answer page = api.send(api.bare("/outreach/social").GET());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self'", "frame-ancestors 'none'");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.raw().body()).contains("<div id=\"root\">").doesNotContain("<script>");
    assertThat(api.get("/metrics").raw().body()).contains("outreach_http_requests");
  }

  private static void assertProblem(RunningApi.Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.body().path("status").intValue()).isEqualTo(status);
    assertThat(answer.body().path("title").asText()).isNotBlank();
  }
}
