package dev.outreach.api;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outreach.api.inbox.InboxSettings;
import dev.outreach.platforms.Conversations;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Webhook;
import dev.outreach.runtime.Health;
import dev.outreach.runtime.Secret;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** The real app over a real PostgreSQL and a log in memory, and a caller of it. */
final class RunningApi implements AutoCloseable {

  static final String TOKEN = "test-token-0123456789";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FakeLog log = new FakeLog();
  private final Map<String, Health> parts = new ConcurrentHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final PipelineApiApp app;

  RunningApi(DataSource readModel, Map<String, Webhook> webhooks) {
    this(readModel, webhooks, Map.of());
  }

  RunningApi(
      DataSource readModel,
      Map<String, Webhook> webhooks,
      Map<String, Conversations> conversations) {
    this(readModel, webhooks, conversations, SilentPlatform.everywhere());
  }

  RunningApi(
      DataSource readModel,
      Map<String, Webhook> webhooks,
      Map<String, Conversations> conversations,
      Map<Platform, Searchable> searchables) {
    this.app =
        new PipelineApiApp(
            config(),
            log.events(),
            new Surroundings(
                readModel,
                Clock.systemUTC(),
                UUID::randomUUID,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                () -> parts,
                webhooks,
                conversations,
                searchables));
    app.start();
  }

  static ApiConfig config() {
    return new ApiConfig(
        "127.0.0.1",
        0,
        new Secret(TOKEN),
        Optional.of(URI.create("https://websites.example")),
        Duration.ofMillis(700),
        InboxSettings.STANDARD);
  }

  /** Waits until it answers everything. */
  RunningApi awaitUp() {
    await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(60))
        .until(() -> app.health().isUp());
    return this;
  }

  FakeLog log() {
    return log;
  }

  Map<String, Health> parts() {
    return parts;
  }

  PipelineApiApp app() {
    return app;
  }

  /** An answer with its body read. */
  record Answer(int status, JsonNode body, HttpResponse<String> raw) {

    String code() {
      return body.path("code").asText();
    }

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, String body) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return bare(path).header("Authorization", "Bearer " + TOKEN);
  }

  HttpRequest.Builder bare(String path) {
    return HttpRequest.newBuilder(app.address().resolve(path)).timeout(Duration.ofSeconds(20));
  }

  Answer send(HttpRequest.Builder request) {
    HttpResponse<String> raw = send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(raw.statusCode(), json(raw.body()), raw);
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request.build(), handler);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException _) {
      return JSON.missingNode();
    }
  }

  @Override
  public void close() {
    app.close();
    http.close();
  }
}
