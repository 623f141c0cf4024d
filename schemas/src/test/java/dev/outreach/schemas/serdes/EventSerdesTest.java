package dev.outreach.schemas.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.topics.Envelopes;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random records of every topic; {@code -Dseed=…} repeats a run. */
class EventSerdesTest {

  private static final long SEED = Long.getLong("seed", new Random().nextLong());
  private static final int RECORDS = 50;

  private final SchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final EventSerdes serdes = EventSerdes.over(registry, "mock://test");

  static List<Topic> topics() {
    return Topics.standard().events();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldGiveBackWhatWasWritten(Topic topic) throws IOException, RestClientException {
    Schema schema = Objects.requireNonNull(topic.value());
    registry.register(topic.subject(), new AvroSchema(registered(schema)));

    for (Object random : new RandomData(schema, RECORDS, SEED)) {
      SpecificRecord written = specific(schema, random);

      byte[] bytes = serdes.serializer().serialize(topic.name(), written);
      SpecificRecord read = serdes.deserializer().deserialize(topic.name(), bytes);

      assertThat(read).as("seed %d", SEED).isEqualTo(written);
    }
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldWriteTheSameBytesAsConfluentsOwnSerializer(Topic topic)
      throws IOException, RestClientException {
    Schema schema = Objects.requireNonNull(topic.value());
    registry.register(topic.subject(), new AvroSchema(registered(schema)));
    try (KafkaAvroSerializer confluents = new KafkaAvroSerializer(registry);
        Serializer<SpecificRecord> ours = serdes.serializer()) {
      confluents.configure(
          Map.of(
              "schema.registry.url", "mock://test",
              "auto.register.schemas", false,
              "avro.remove.java.properties", true),
          false);

      for (Object random : new RandomData(schema, RECORDS, SEED)) {
        SpecificRecord record = specific(schema, random);
        assertThat(ours.serialize(topic.name(), record))
            .as("seed %d", SEED)
            .isEqualTo(confluents.serialize(topic.name(), record));
      }
      assertThat(ours.serialize(topic.name(), null)).isNull();
    }
  }

  @Test
  void shouldAskForTheIdOfEachSchemaByOneObjectOnly() throws IOException, RestClientException {
    Set<ParsedSchema> asked = Collections.newSetFromMap(new IdentityHashMap<>());
    SchemaRegistryClient watched =
        new MockSchemaRegistryClient() {
          @Override
          public int getId(String subject, ParsedSchema given, boolean normalize)
              throws IOException, RestClientException {
            asked.add(given);
            return super.getId(subject, given, normalize);
          }
        };
    Topic topic = Topics.standard().discoveryRequests();
    Schema schema = Objects.requireNonNull(topic.value());
    watched.register(topic.subject(), new AvroSchema(registered(schema)));

    try (Serializer<SpecificRecord> serializer =
        EventSerdes.over(watched, "mock://watched").serializer()) {
      for (Object random : new RandomData(schema, RECORDS, SEED)) {
        assertThat(serializer.serialize(topic.name(), specific(schema, random))).isNotEmpty();
      }
    }

    assertThat(asked).hasSize(1);
  }

  @Test
  void shouldNeverRegisterASchemaByItself() throws IOException, RestClientException {
    Topic topic = Topics.standard().discoveryRequests();
    Schema schema = Objects.requireNonNull(topic.value());
    SpecificRecord record = specific(schema, new RandomData(schema, 1, SEED).iterator().next());

    assertThatExceptionOfType(SerializationException.class)
        .isThrownBy(() -> serdes.serializer().serialize(topic.name(), record));
    assertThatExceptionOfType(RestClientException.class)
        .isThrownBy(() -> registry.getLatestSchemaMetadata(topic.subject()));
  }

  @Test
  void shouldReadTheRestOfAnEventWhosePayloadOnlyALaterVersionKnows()
      throws IOException, RestClientException {
    Topic topic = Topics.standard().profileEvents();
    Schema later =
        Envelopes.withPayloads(
            ProfileEvent.getClassSchema(), "event", EventSerdesTest::withOneMore);
    int id = registry.register(topic.subject(), new AvroSchema(later));

    for (Object random : new RandomData(later, RECORDS, SEED)) {
      GenericRecord written = (GenericRecord) random;
      ProfileEvent read =
          serdes.<ProfileEvent>deserializer().deserialize(topic.name(), confluent(id, written));

      assertThat(read.getVersion()).as("seed %d", SEED).isEqualTo(written.get("version"));
      assertThat(read.getAfter().getErased())
          .isEqualTo(((GenericRecord) written.get("after")).get("erased"));
      boolean known = read.getEvent() instanceof SpecificRecord;
      assertThat(known).isEqualTo(!payload(written).getSchema().getName().equals("FromTheFuture"));
      assertThat(((GenericRecord) read.getEvent()).getSchema().getName())
          .isEqualTo(payload(written).getSchema().getName());
    }
  }

  @Test
  void shouldRefuseGarbageAndUnknownSchemaIds() {
    var reader = serdes.<ProfileEvent>deserializer();

    for (byte[] bytes :
        List.of(new byte[] {1, 2, 3}, new byte[] {0, 0, 0, 0, 99, 1, 2}, new byte[0])) {
      assertThatExceptionOfType(SerializationException.class)
          .isThrownBy(() -> reader.deserialize("social.profile-events", bytes));
    }
    assertThat(reader.deserialize("social.profile-events", null)).isNull();
  }

  private static GenericRecord payload(GenericRecord event) {
    return (GenericRecord) event.get("event");
  }

  private static List<Schema> withOneMore(List<Schema> payloads) {
    List<Schema> more = new ArrayList<>(payloads);
    more.add(
        SchemaBuilder.record("FromTheFuture")
            .namespace("dev.outreach.schemas")
            .fields()
            .requiredString("news")
            .endRecord());
    return more;
  }

  private static Schema registered(Schema schema) throws IOException {
    Object record = specific(schema, new RandomData(schema, 1, SEED).iterator().next());
    return AvroSchemaUtils.getSchema(record, false, false, true);
  }

  private static SpecificRecord specific(Schema schema, Object generic) throws IOException {
    return new SpecificDatumReader<SpecificRecord>(schema)
        .read(null, DecoderFactory.get().binaryDecoder(binary((GenericRecord) generic), null));
  }

  private static byte[] confluent(int id, GenericRecord record) throws IOException {
    byte[] body = binary(record);
    return ByteBuffer.allocate(5 + body.length).put((byte) 0).putInt(id).put(body).array();
  }

  private static byte[] binary(GenericRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }
}
