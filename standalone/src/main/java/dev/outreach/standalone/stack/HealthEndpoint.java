package dev.outreach.standalone.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.outreach.runtime.App;
import dev.outreach.runtime.Health;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.topics.Topics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Health and figures of an app that has no HTTP of its own. The pipeline-api has, so there it stays
 * closed.
 */
public final class HealthEndpoint implements AutoCloseable {

  private final String address;
  private final Optional<HttpServer> server;

  private HealthEndpoint(String address, Optional<HttpServer> server) {
    this.address = address;
    this.server = server;
  }

  /** Opens the endpoint on {@code OUTREACH_HTTP_HOST} and {@code OUTREACH_HTTP_PORT}. */
  public static HealthEndpoint besides(App app, PrometheusMeterRegistry meters, Settings settings)
      throws IOException {
    String host = settings.text("OUTREACH_HTTP_HOST", "127.0.0.1");
    int port = settings.integer("OUTREACH_HTTP_PORT", 8080, 0, 65_535);
    if (app.name().equals(Topics.PIPELINE_API)) {
      return new HealthEndpoint("http://" + host + ":" + port + "/health/ready", Optional.empty());
    }
    HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 16);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/health/live", exchange -> answer(exchange, 200, "{\"status\":\"up\"}"));
    server.createContext("/health/ready", exchange -> ready(exchange, app));
    server.createContext("/metrics", exchange -> answer(exchange, 200, meters.scrape()));
    server.start();
    return new HealthEndpoint(
        "http://" + host + ":" + server.getAddress().getPort() + "/health/ready",
        Optional.of(server));
  }

  /** Where readiness is asked. */
  public String address() {
    return address;
  }

  @Override
  public void close() {
    server.ifPresent(open -> open.stop(0));
  }

  private static void ready(HttpExchange exchange, App app) throws IOException {
    Health health = app.health();
    String body =
        "{\"status\":\"%s\",\"why\":\"%s\"}"
            .formatted(
                health.isUp() ? "up" : "down", health.text().replaceAll("[\"\\\\\\p{Cntrl}]", " "));
    answer(exchange, health.isUp() ? 200 : 503, body);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
