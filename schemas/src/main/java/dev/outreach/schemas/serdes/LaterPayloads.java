package dev.outreach.schemas.serdes;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's deserializer, which refuses a record whose union holds a payload our schema does not
 * have, followed by a second attempt with our schema widened by the writer's unknown payloads. Only
 * a record that was refused pays for it.
 */
final class LaterPayloads implements Deserializer<Object> {

  /** Confluent's wire format: a zero byte, then the schema's id in four bytes. */
  private static final int HEADER_BYTES = 5;

  private final KafkaAvroDeserializer confluent;
  private final SchemaRegistryClient registry;

  /** Widened schemas, so that Avro's own cache of resolved readers finds the same object again. */
  private final Map<Schema, Schema> widened = new ConcurrentHashMap<>();

  LaterPayloads(KafkaAvroDeserializer confluent, SchemaRegistryClient registry) {
    this.confluent = confluent;
    this.registry = registry;
  }

  @Override
  public @Nullable Object deserialize(String topic, byte @Nullable [] bytes) {
    try {
      return confluent.deserialize(topic, bytes);
    } catch (SerializationException refused) {
      if (bytes == null || !(refused.getCause() instanceof AvroTypeException)) {
        throw refused;
      }
      Optional<Schema> wider = wider(bytes);
      if (wider.isEmpty()) {
        throw refused;
      }
      return confluent.deserialize(topic, bytes, wider.get());
    } catch (BufferUnderflowException tooShort) {
      throw new SerializationException("The record is too short to name its schema", tooShort);
    }
  }

  @Override
  public void close() {
    confluent.close();
  }

  private Optional<Schema> wider(byte[] bytes) {
    if (bytes.length < HEADER_BYTES) {
      return Optional.empty();
    }
    try {
      int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
      if (!(registry.getSchemaById(id) instanceof AvroSchema writer)) {
        return Optional.empty();
      }
      return ours(writer.rawSchema())
          .map(
              reader ->
                  widened.computeIfAbsent(
                      writer.rawSchema(), later -> WiderSchema.of(reader, later)));
    } catch (IOException | RestClientException failure) {
      throw new SerializationException("The writer's schema cannot be fetched", failure);
    }
  }

  private static Optional<Schema> ours(Schema writer) {
    Class<?> type = SpecificData.get().getClass(writer);
    return type == null ? Optional.empty() : Optional.of(SpecificData.get().getSchema(type));
  }
}
