package dev.outreach.schemas.serdes;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Makes every serializer and deserializer of our records: the genuine Confluent ones, which share
 * one cached registry client, never register a schema by themselves (provisioning does) and read
 * into the generated classes. Thread-safe; the serializers made are as thread-safe as Confluent's.
 */
public final class EventSerdes {

  private static final int CACHED_SCHEMAS = 1_000;

  private final SchemaRegistryClient registry;
  private final Map<String, Object> settings;

  private EventSerdes(SchemaRegistryClient registry, String registryUrl) {
    TrustedRecords.trust();
    this.registry = registry;
    this.settings =
        Map.of(
            "schema.registry.url", registryUrl,
            "auto.register.schemas", false,
            "specific.avro.reader", true,
            "avro.remove.java.properties", true);
  }

  /**
   * Serdes that speak to a registry.
   *
   * @param registryUrl Confluent-compatible address, for example {@code
   *     http://127.0.0.1:8081/apis/ccompat/v7}
   */
  public static EventSerdes of(String registryUrl) {
    return new EventSerdes(
        new CachedSchemaRegistryClient(List.of(registryUrl), CACHED_SCHEMAS, Map.of()),
        registryUrl);
  }

  /** Serdes over a given client; tests give Confluent's own in-memory {@code mock://} client. */
  public static EventSerdes over(SchemaRegistryClient registry, String registryUrl) {
    return new EventSerdes(registry, registryUrl);
  }

  /** The registry these serdes speak to. */
  public SchemaRegistryClient registry() {
    return registry;
  }

  /** A serializer for record values. */
  public <T extends SpecificRecord> Serializer<T> serializer() {
    return this.<T>serde().serializer();
  }

  /**
   * A deserializer for record values; null bytes give null, unreadable ones throw. A union payload
   * that only a later version knows is given as a {@link org.apache.avro.generic.GenericRecord}, so
   * that the reader can use the rest of the record.
   */
  public <T extends SpecificRecord> Deserializer<T> deserializer() {
    return this.<T>serde().deserializer();
  }

  /** Both directions, for Kafka Streams. */
  public <T extends SpecificRecord> Serde<T> serde() {
    return serde(settings);
  }

  /**
   * Both directions, for a store or topic that belongs to one app alone: its subject is nobody
   * else's business, so the app registers the schema itself with the first record it writes.
   */
  public <T extends SpecificRecord> Serde<T> privateSerde() {
    Map<String, Object> registering = new HashMap<>(settings);
    registering.put("auto.register.schemas", true);
    return serde(registering);
  }

  @SuppressWarnings(
      "unchecked") // Confluent's classes are typed Object; the schema decides the type
  private <T extends SpecificRecord> Serde<T> serde(Map<String, Object> settings) {
    RecordSerializer serializer = new RecordSerializer(registry);
    serializer.configure(settings, false);
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(registry);
    deserializer.configure(settings, false);
    return (Serde<T>)
        (Serde<?>) Serdes.serdeFrom(serializer, new LaterPayloads(deserializer, registry));
  }
}
