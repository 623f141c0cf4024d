package dev.outreach.benchmarks.rate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** A platform that accepts everything at once, over HTTP, and counts by key. Thread-safe. */
final class InstantPlatform implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, LongAdder> accepted = new ConcurrentHashMap<>();

  InstantPlatform() throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::accept);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/messages");
  }

  /** How many different messages have arrived. */
  long messages() {
    return accepted.size();
  }

  /**
   * Waits, without asking the sender or its database, until so many have arrived.
   *
   * @throws IllegalStateException where they do not in time
   */
  void await(int expected) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (messages() < expected) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(messages() + " of " + expected + " messages have arrived");
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  /** How many arrivals there were, copies included. */
  long arrivals() {
    return accepted.values().stream().mapToLong(LongAdder::sum).sum();
  }

  private void accept(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      accepted.computeIfAbsent(key, _ -> new LongAdder()).increment();
      byte[] body = "{\"message_id\":\"m-%s\"}".formatted(key).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
