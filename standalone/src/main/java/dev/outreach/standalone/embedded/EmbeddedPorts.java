package dev.outreach.standalone.embedded;

/**
 * Where the embedded servers listen, always on 127.0.0.1. A port 0 means any that is free.
 *
 * @param registry port of the schema registry
 * @param kafka port of the Kafka broker
 * @param postgres port of PostgreSQL
 */
public record EmbeddedPorts(LoopbackPort registry, LoopbackPort kafka, LoopbackPort postgres) {

  /** Ports by number, changed by an operator through {@code OUTREACH_..._PORT}. */
  public static EmbeddedPorts of(int registry, int kafka, int postgres) {
    return new EmbeddedPorts(
        new LoopbackPort(registry, "OUTREACH_REGISTRY_PORT"),
        new LoopbackPort(kafka, "OUTREACH_KAFKA_PORT"),
        new LoopbackPort(postgres, "OUTREACH_POSTGRES_PORT"));
  }

  /** Fails at once where one of them is taken, before anything has been started. */
  void requireFree() throws StartFailure {
    registry.claim(EmbeddedRegistry.NAME);
    kafka.claim(EmbeddedBroker.NAME);
    postgres.claim(EmbeddedDatabase.NAME);
  }

  /** Any free port for each. */
  public static EmbeddedPorts free() {
    return of(0, 0, 0);
  }
}
