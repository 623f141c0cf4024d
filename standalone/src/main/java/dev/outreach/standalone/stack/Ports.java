package dev.outreach.standalone.stack;

import dev.outreach.runtime.Settings;
import dev.outreach.standalone.embedded.EmbeddedPorts;

/**
 * Where everything listens on 127.0.0.1; 0 means any free port.
 *
 * @param http dashboard and API
 * @param registry schema registry
 * @param kafka broker
 * @param postgres database
 * @param sandbox simulated platforms
 */
public record Ports(int http, int registry, int kafka, int postgres, int sandbox) {

  private static final int HIGHEST = 65_535;

  /** The ports of the environment, or the usual ones. */
  public static Ports of(Settings settings) {
    return new Ports(
        port(settings, "OUTREACH_HTTP_PORT", 8080),
        port(settings, "OUTREACH_REGISTRY_PORT", 8081),
        port(settings, "OUTREACH_KAFKA_PORT", 9092),
        port(settings, "OUTREACH_POSTGRES_PORT", 5433),
        port(settings, "OUTREACH_SANDBOX_PORT", 8090));
  }

  EmbeddedPorts embedded() {
    return EmbeddedPorts.of(registry, kafka, postgres);
  }

  private static int port(Settings settings, String key, int usual) {
    return settings.integer(key, usual, 0, HIGHEST);
  }
}
