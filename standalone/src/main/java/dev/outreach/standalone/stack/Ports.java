package dev.outreach.standalone.stack;

import dev.outreach.runtime.Settings;
import dev.outreach.standalone.embedded.EmbeddedPorts;
import dev.outreach.standalone.embedded.LoopbackPort;
import dev.outreach.standalone.embedded.StartFailure;

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
  private static final String HTTP = "OUTREACH_HTTP_PORT";
  private static final String SANDBOX = "OUTREACH_SANDBOX_PORT";

  /** The ports of the environment, or the usual ones. */
  public static Ports of(Settings settings) {
    return new Ports(
        port(settings, HTTP, 8080),
        port(settings, "OUTREACH_REGISTRY_PORT", 8081),
        port(settings, "OUTREACH_KAFKA_PORT", 9092),
        port(settings, "OUTREACH_POSTGRES_PORT", 5433),
        port(settings, SANDBOX, 8090));
  }

  /**
   * These ports with those of our own HTTP servers made sure of: a 0 has become a free one.
   *
   * @throws StartFailure where one of them is in use
   */
  Ports claimed() throws StartFailure {
    return new Ports(
        new LoopbackPort(http, HTTP).claim("The dashboard"),
        registry,
        kafka,
        postgres,
        new LoopbackPort(sandbox, SANDBOX).claim("The sandbox"));
  }

  EmbeddedPorts embedded() {
    return EmbeddedPorts.of(registry, kafka, postgres);
  }

  private static int port(Settings settings, String key, int usual) {
    return settings.integer(key, usual, 0, HIGHEST);
  }
}
