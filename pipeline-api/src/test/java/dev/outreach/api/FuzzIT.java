package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Whatever is sent, the answer is never the server's fault. Set outreach.seed to repeat a run. */
class FuzzIT {

  private static final int REQUESTS = 40;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final long seed = Long.getLong("outreach.seed", System.nanoTime());
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  private final RandomJson json = new RandomJson(random);

  @Test
  void shouldNeverBlameItselfForWhatIsSent(TestReporter reporter) throws Exception {
    reporter.publishEntry("outreach.seed", Long.toString(seed));
    try (TestPostgres postgres = TestPostgres.withSender();
        RunningApi api = new RunningApi(postgres.dataSource(), Map.of())) {
      api.awaitUp();
      new Funnel(postgres)
          .people("instagram", 2, "discovered", "not_started")
          .people("instagram", 2, "qualified", "drafted")
          .people("instagram", 2, "qualified", "sent")
          .count();
      UUID message =
          new Funnel(postgres).draft(Funnel.person("instagram", "qualified", "drafted", 1));
      for (Route route : api.app().routes()) {
        if (!route.path().endsWith("/stream")) {
          for (int i = 0; i < REQUESTS; i++) {
            check(api, route, message);
          }
        }
      }
    }
  }

  private void check(RunningApi api, Route route, UUID message) throws Exception {
    String path = path(route.path(), message) + query();
    byte[] body = body();
    HttpRequest.Builder request =
        api.request(path)
            .method(route.method().name(), HttpRequest.BodyPublishers.ofByteArray(body));
    if (random.nextInt(4) == 0) {
      request.header("Idempotency-Key", encoded(json.word()));
    }
    String what =
        "seed %d: %s %s with %s"
            .formatted(seed, route.method(), path, new String(body, StandardCharsets.UTF_8));
    RunningApi.Answer answer = answer(api, request, what);

    assertThat(answer.status()).as(what).isLessThan(500);
    if (answer.status() >= 400) {
      assertThat(answer.header("Content-Type")).as(what).startsWith("application/problem+json");
      assertThat(answer.code()).as(what).isNotBlank();
    }
  }

  /**
   * Jetty hangs up after a refusal that left the body unread; the client may already have picked
   * that connection for the next request, which then deserves one more try on a new one.
   */
  private static RunningApi.Answer answer(
      RunningApi api, HttpRequest.Builder request, String what) {
    try {
      return api.send(request);
    } catch (UncheckedIOException hungUp) {
      try {
        return api.send(request);
      } catch (UncheckedIOException again) {
        again.addSuppressed(hungUp);
        throw new AssertionError(what, again);
      }
    }
  }

  private String path(String template, UUID message) {
    String id = random.nextInt(3) == 0 ? encoded(json.word()) : message.toString();
    return template.replace("{id}", id).replaceAll("[{<]\\w+[>}]", encoded(json.word()));
  }

  private String query() {
    if (random.nextBoolean()) {
      return "";
    }
    String name = random.nextBoolean() ? json.pick(NAMES) : json.word();
    return "?" + encoded(name) + "=" + encoded(json.word());
  }

  private byte[] body() throws Exception {
    if (random.nextInt(8) == 0) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      return noise;
    }
    return JSON.writeValueAsBytes(json.object(FIELDS));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static final List<String> NAMES =
      List.of(
          "workspace", "platform", "limit", "after", "status", "profile_id", "discovery_status");

  private static final List<String> FIELDS =
      List.of(
          "platform",
          "categories",
          "keywords",
          "handles",
          "max_profiles",
          "dry_run",
          "profile_ids",
          "verdict",
          "reason",
          "all_qualified",
          "all_ready",
          "limit",
          "approvals",
          "message_id",
          "fingerprint",
          "text",
          "sent",
          "sent_text",
          "sent_at",
          "resolution",
          "follow_up_after");
}
