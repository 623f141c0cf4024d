package dev.outreach.benchmarks.faults;

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
final class Witness implements AutoCloseable {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** So many cannot come up in one run. */
  private static final int ENDLESS = 1_000_000;

  private final URI sandbox;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  Witness(URI sandbox) {
    this.sandbox = sandbox;
  }

  /** Lets people exist. */
  void register(Way way, List<String> usernames) {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode people = body.putArray("people");
    usernames.forEach(username -> people.addObject().put("username", username));
    post("/sandbox/" + way.simulator() + "/people", body);
  }

  /** Somebody writes to us and so may be answered; the address to answer to. */
  String hear(Way way, String username) {
    ObjectNode body = JSON.createObjectNode().put("username", username).put("text", "Hi");
    return post("/sandbox/" + way.simulator() + "/inbound", body).path("address").asText();
  }

  /** From now on sends to a platform meet these troubles. */
  void trouble(Way way, Troubles troubles) {
    trouble(way, "timeout_after_accept", Troubles.SILENT, troubles.silence());
    trouble(way, "slow", Troubles.SLOW, Troubles.SLOWNESS);
  }

  private void trouble(Way way, String kind, double probability, Duration delay) {
    post(
        "/sandbox/faults",
        JSON.createObjectNode()
            .put("platform", way.simulator())
            .put("operation", "send_message")
            .put("kind", kind)
            .put("times", ENDLESS)
            .put("probability", probability)
            .put("delay_ms", delay.toMillis()));
  }

  /** How often platforms fell silent after they had accepted. */
  int silences() {
    int fired = 0;
    for (JsonNode fault : get("/sandbox/faults").path("faults")) {
      if (fault.path("kind").asText().equals("timeout_after_accept")) {
        fired += ENDLESS - fault.path("left").asInt();
      }
    }
    return fired;
  }

  /** What platforms have accepted, in order. */
  List<Arrival> arrivals() {
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
