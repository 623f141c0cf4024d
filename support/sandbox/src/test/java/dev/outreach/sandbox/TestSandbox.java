package dev.outreach.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.sandbox.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Talks to a running sandbox over HTTP. */
final class TestSandbox implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI base;

  TestSandbox(Sandbox sandbox) {
    this.base = sandbox.uri();
  }

  HttpResponse<String> get(String path) {
    return client
        .sendAsync(request(path).GET().build(), HttpResponse.BodyHandlers.ofString())
        .join();
  }

  HttpResponse<String> post(String path, String body) {
    return client
        .sendAsync(
            request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
            HttpResponse.BodyHandlers.ofString())
        .join();
  }

  JsonNode getJson(String path) {
    return Json.readOrMissing(get(path).body());
  }

  JsonNode postJson(String path, String body) {
    return Json.readOrMissing(post(path, body).body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json");
  }

  @Override
  public void close() {
    client.close();
  }
}
