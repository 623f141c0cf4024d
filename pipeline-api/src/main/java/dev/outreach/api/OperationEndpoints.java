package dev.outreach.api;

import dev.outreach.runtime.Health;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What operators and their tools ask. */
final class OperationEndpoints {

  private static final String CONTRACT = "/openapi.yaml";
  private static final String UP = "up";

  private final PrometheusMeterRegistry meters;
  private final Supplier<Map<String, Health>> parts;
  private final byte[] contract = contract();

  OperationEndpoints(PrometheusMeterRegistry meters, Supplier<Map<String, Health>> parts) {
    this.meters = meters;
    this.parts = parts;
  }

  List<Route> routes() {
    return List.of(
        Route.open(HandlerType.GET, "/health/live", this::live),
        Route.open(HandlerType.GET, "/health/ready", this::ready),
        Route.open(HandlerType.GET, "/metrics", this::metrics),
        Route.open(HandlerType.GET, CONTRACT, this::contract));
  }

  /** {@code Health} of the contract. */
  private record Report(String status, Map<String, Part> parts) {}

  /** How one app is doing. */
  private record Part(String status, @Nullable String why) {

    static Part of(Health health) {
      return switch (health) {
        case Health.Up() -> new Part(UP, null);
        case Health.Starting(String reason) -> new Part("starting", reason);
        case Health.Down(String reason) -> new Part("down", reason);
      };
    }
  }

  private void live(Context context) {
    Exchange.answer(context, 200, Map.of("status", UP));
  }

  private void ready(Context context) {
    Map<String, Part> now =
        parts.get().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    part -> Part.of(part.getValue()),
                    (first, _) -> first,
                    TreeMap::new));
    String worst = worst(now);
    Exchange.answer(context, worst.equals(UP) ? 200 : 503, new Report(worst, now));
  }

  private static String worst(Map<String, Part> parts) {
    List<String> statuses = parts.values().stream().map(Part::status).distinct().toList();
    if (statuses.contains("down")) {
      return "down";
    }
    return statuses.contains("starting") ? "starting" : UP;
  }

  private void metrics(Context context) {
    context.contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape());
  }

  private void contract(Context context) {
    context.contentType("application/yaml").result(contract);
  }

  private static byte[] contract() {
    try (InputStream in = OperationEndpoints.class.getResourceAsStream(CONTRACT)) {
      return Objects.requireNonNull(in, "openapi.yaml is not in the jar").readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("openapi.yaml cannot be read", broken);
    }
  }
}
