package dev.outreach.benchmarks.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sandbox's administration: people who write, ordered faults, and what was accepted. */
public final class SandboxWitness implements AutoCloseable {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** So many cannot come up in one run. */
  private static final int ENDLESS = 1_000_000;

  /** A message that a simulated platform wrote into its ledger. */
  public record Arrival(
      String platform, String platformMessageId, String address, String text, Instant at) {}

  private final URI sandbox;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** Of a running sandbox. */
  public SandboxWitness(URI sandbox) {
    this.sandbox = sandbox;
  }

  /** Lets people exist. */
  public void register(String platform, List<String> usernames) {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode people = body.putArray("people");
    usernames.forEach(username -> people.addObject().put("username", username));
    post("/sandbox/" + platform + "/people", body);
  }

  /** Somebody writes to us and so may be answered; the address to answer to. */
  public String hear(String platform, String username) {
    ObjectNode body = JSON.createObjectNode().put("username", username).put("text", "Hi");
    return post("/sandbox/" + platform + "/inbound", body).path("address").asText();
  }

  /** From now on so many sends to a platform meet a fault of that kind. */
  public void trouble(String platform, String kind, double probability, Duration delay) {
    post(
        "/sandbox/faults",
        JSON.createObjectNode()
            .put("platform", platform)
            .put("operation", "send_message")
            .put("kind", kind)
            .put("times", ENDLESS)
            .put("probability", probability)
            .put("delay_ms", delay.toMillis()));
  }

  /** How often a fault of a kind has happened. */
  public int troubles(String kind) {
    int fired = 0;
    for (JsonNode fault : get("/sandbox/faults").path("faults")) {
      if (fault.path("kind").asText().equals(kind)) {
        fired += ENDLESS - fault.path("left").asInt();
      }
    }
    return fired;
  }

  /** What platforms have accepted, in order. */
  public List<Arrival> arrivals() {
    List<Arrival> arrivals = new ArrayList<>();
    for (JsonNode message : get("/sandbox/ledger/messages").path("messages")) {
      arrivals.add(
          new Arrival(
              message.path("platform").asText(),
              message.path("message_id").asText(),
              message.path("address").asText(),
              message.path("text").asText(),
              Instant.parse(message.path("at").asText())));
    }
    return arrivals;
  }

  private JsonNode get(String path) {
    return send(HttpRequest.newBuilder(sandbox.resolve(path)).GET());
  }

  private JsonNode post(String path, ObjectNode body) {
    return send(
        HttpRequest.newBuilder(sandbox.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private JsonNode send(HttpRequest.Builder request) {
    HttpResponse<String> answer =
        client
            .sendAsync(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString())
            .join();
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException("the sandbox said " + answer.statusCode());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
