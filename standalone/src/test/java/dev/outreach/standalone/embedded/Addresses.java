package dev.outreach.standalone.embedded;

import java.net.URI;

/** Where a set of embedded servers listens. */
record Addresses(String bootstrapServers, String jdbcUrl, String registryUrl) {

  static Addresses of(EmbeddedInfrastructure servers) {
    return new Addresses(
        servers.broker().bootstrapServers(),
        servers.database().jdbcUrl(),
        servers.registry().url());
  }

  static Addresses parse(String text) {
    String[] parts = text.split(" ", -1);
    return new Addresses(parts[0], parts[1], parts[2]);
  }

  /** The same ports, asked for by number. */
  EmbeddedPorts ports() {
    return EmbeddedPorts.of(
        URI.create(registryUrl).getPort(),
        URI.create("kafka://" + bootstrapServers).getPort(),
        URI.create(jdbcUrl.substring("jdbc:".length())).getPort());
  }

  String text() {
    return String.join(" ", bootstrapServers, jdbcUrl, registryUrl);
  }
}
