package dev.outreach.schemas.serdes;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's serializer, which wraps the schema of each record it writes and then finds the
 * wrapper's id by a hash that walks the whole schema with its documentation; that takes longer than
 * writing the record. Here each schema is wrapped once, and a wrapper keeps its hash.
 */
final class RecordSerializer extends KafkaAvroSerializer {

  private final Map<Schema, AvroSchema> wrapped = new ConcurrentHashMap<>();

  RecordSerializer(SchemaRegistryClient registry) {
    super(registry);
  }

  @Override
  public byte @Nullable [] serialize(
      String topic, @Nullable Headers headers, @Nullable Object value) {
    if (!(value instanceof IndexedRecord record)) {
      return super.serialize(topic, headers, value);
    }
    AvroSchema schema = wrapped.computeIfAbsent(record.getSchema(), _ -> wrap(record));
    return serializeImpl(
        getSubjectName(topic, isKey, record, schema), topic, headers, record, schema);
  }

  /** As Confluent's own does with these settings: without Java's properties. */
  private static AvroSchema wrap(IndexedRecord record) {
    return new AvroSchema(AvroSchemaUtils.getSchema(record, false, false, true));
  }
}
