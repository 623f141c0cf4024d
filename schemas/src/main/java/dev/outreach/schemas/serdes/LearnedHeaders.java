package dev.outreach.schemas.serdes;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's serializer, which looks a schema up for every record by a hash of its whole text. It
 * writes the first record of each schema to a topic; the header it wrote then, which names the
 * schema by the registry's number, is put before the others, whose Avro bytes are the same whoever
 * writes them. As thread-safe as Confluent's.
 */
final class LearnedHeaders implements Serializer<Object> {

  /** Confluent's wire format: a zero byte, then the schema's id in four bytes. */
  private static final int HEADER_BYTES = 5;

  private static final int USUAL_BYTES = 512;

  private final KafkaAvroSerializer confluent;
  private final Map<String, Map<Schema, Written>> known = new ConcurrentHashMap<>();

  /** How records of one schema are written to one topic. */
  private static final class Written {

    private final byte[] header;
    private final DatumWriter<Object> writer;

    private Written(byte[] first, Schema schema) {
      this.header = Arrays.copyOf(first, HEADER_BYTES);
      this.writer = new SpecificDatumWriter<>(schema);
    }
  }

  LearnedHeaders(KafkaAvroSerializer confluent) {
    this.confluent = confluent;
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable Object value) {
    if (!(value instanceof SpecificRecord record)) {
      return confluent.serialize(topic, value);
    }
    Written how = written(topic).get(record.getSchema());
    return how == null ? first(topic, record) : next(how, record);
  }

  @Override
  public byte @Nullable [] serialize(String topic, Headers headers, @Nullable Object value) {
    return serialize(topic, value);
  }

  private byte[] first(String topic, SpecificRecord record) {
    byte[] bytes = confluent.serialize(topic, record);
    written(topic).put(record.getSchema(), new Written(bytes, record.getSchema()));
    return bytes;
  }

  private static byte[] next(Written how, SpecificRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    bytes.writeBytes(how.header);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      how.writer.write(record, encoder);
      encoder.flush();
    } catch (IOException | RuntimeException unwritable) {
      throw new SerializationException("The record does not fit its schema", unwritable);
    }
    return bytes.toByteArray();
  }

  private Map<Schema, Written> written(String topic) {
    return known.computeIfAbsent(topic, _ -> new ConcurrentHashMap<>());
  }

  @Override
  public void close() {
    confluent.close();
  }
}
