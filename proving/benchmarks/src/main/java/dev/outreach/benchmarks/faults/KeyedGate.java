package dev.outreach.benchmarks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Gives the simulated Facebook what no social network has: a key under which a message is carried
 * out once, however often it is sent. Sometimes it falls silent after that, as the other simulators
 * do. Thread-safe.
 */
final class KeyedGate implements AutoCloseable {

  /** The header that carries the key. */
  static final String KEY = "Idempotency-Key";

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpServer server;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
  private final AtomicInteger silences = new AtomicInteger();
  private final URI messages;
  private final Troubles troubles;

  /**
   * Opens a gate.
   *
   * @param messages where the simulated platform takes messages, token included
   */
  KeyedGate(URI messages, Troubles troubles) throws IOException {
    this.messages = messages;
    this.troubles = troubles;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where it listens. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/messages");
  }

  /** How often it fell silent after a message was carried out. */
  int silences() {
    return silences.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode message = JSON.readTree(exchange.getRequestBody().readAllBytes());
      String key = exchange.getRequestHeaders().getFirst(KEY);
      String answer = onceFor(key, message).join();
      if (troubles.fallsSilent()) {
        silences.incrementAndGet();
        LockSupport.parkNanos(troubles.silence().toNanos());
        return;
      }
      LockSupport.parkNanos(troubles.slowness().toNanos());
      byte[] body = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private CompletableFuture<String> onceFor(String key, JsonNode message) {
    return answers.computeIfAbsent(
        key, _ -> CompletableFuture.supplyAsync(() -> carryOut(message), threads));
  }

  private String carryOut(JsonNode message) {
    ObjectNode body = JSON.createObjectNode().put("messaging_type", "RESPONSE");
    body.putObject("recipient").put("id", message.path("recipient").asText());
    body.putObject("message").put("text", message.path("text").asText());
    HttpRequest request =
        HttpRequest.newBuilder(messages)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the platform said " + answer.statusCode());
    }
    return answer.body();
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
    threads.shutdownNow();
  }
}
