package dev.outreach.sending.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.outreach.sending.audit.Accepted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Speaks to the sandbox's administration: lets people write, orders faults, reads its ledger. */
public final class SandboxWitness {

  private final URI sandbox;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final JsonMapper json = JsonMapper.builder().build();

  /** Of a running sandbox. */
  public SandboxWitness(URI sandbox) {
    this.sandbox = sandbox;
  }

  /** Somebody new writes to our account; returns the messaging address. */
  public String personWhoWrote(String username) {
    post("/sandbox/instagram/people", "{\"people\":[{\"username\":\"%s\"}]}".formatted(username));
    return post(
            "/sandbox/instagram/inbound",
            "{\"username\":\"%s\",\"text\":\"Hi\"}".formatted(username))
        .path("address")
        .asText();
  }

  /** Somebody new exists and never wrote. */
  public void stranger(String platform, String username) {
    post(
        "/sandbox/" + platform + "/people",
        "{\"people\":[{\"username\":\"%s\"}]}".formatted(username));
  }

  /** Somebody accepts our invitation. */
  public void accepts(String platform, String username) {
    post("/sandbox/" + platform + "/accept", "{\"username\":\"%s\"}".formatted(username));
  }

  /** The next request of the operation goes wrong. */
  public void fault(String operation, String kind) {
    faults(operation, kind, 1, 1);
  }

  /** Some of the next requests go wrong. */
  public void faults(String operation, String kind, int times, double probability) {
    post(
        "/sandbox/faults",
        """
        {"platform":"instagram","operation":"%s","kind":"%s","times":%d,"probability":%s,
         "delay_ms":5000}"""
            .formatted(operation, kind, times, probability));
  }

  /** What the platform accepted. */
  public List<Accepted> accepted() {
    List<Accepted> accepted = new ArrayList<>();
    JsonNode ledger =
        send(HttpRequest.newBuilder(sandbox.resolve("/sandbox/ledger/messages")).GET());
    for (JsonNode message : ledger.path("messages")) {
      accepted.add(
          Accepted.of(
              message.path("message_id").asText(),
              message.path("address").asText(),
              message.path("text").asText()));
    }
    return accepted;
  }

  private JsonNode post(String path, String body) {
    return send(
        HttpRequest.newBuilder(sandbox.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private JsonNode send(HttpRequest.Builder request) {
    HttpResponse<String> answer =
        client
            .sendAsync(
                request.timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofString())
            .join();
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException("the sandbox said " + answer.statusCode());
    }
    try {
      return json.readTree(answer.body());
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }
}
