package dev.outreach.discovery;

import dev.outreach.schemas.DiscoveryProgress;
import dev.outreach.schemas.ProfileDiscovered;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.RegisteredForm;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Reads back what was written, by way of Confluent's in-memory registry. */
public final class TestRecords {

  public static final Topics TOPICS = Topics.standard();

  private final EventSerdes serdes;
  private boolean registryAway;

  public TestRecords() {
    SchemaRegistryClient registry =
        new MockSchemaRegistryClient() {
          @Override
          public ParsedSchema getSchemaBySubjectAndId(String subject, int id)
              throws IOException, RestClientException {
            if (registryAway) {
              throw new ConnectException("Connection refused");
            }
            return super.getSchemaBySubjectAndId(subject, id);
          }
        };
    this.serdes = EventSerdes.over(registry, "mock://discovery");
    for (Topic topic : TOPICS.events()) {
      register(registry, topic);
    }
  }

  /** From now on the registry gives no schema, or gives them again. */
  public void registryAway(boolean away) {
    registryAway = away;
  }

  public EventSerdes serdes() {
    return serdes;
  }

  public List<ProfileDiscovered> people(List<ProducerRecord<byte[], byte[]>> records) {
    return values(records, TOPICS.discoveredProfiles());
  }

  public List<DiscoveryProgress> progress(List<ProducerRecord<byte[], byte[]>> records) {
    return values(records, TOPICS.discoveryProgress());
  }

  private <T extends SpecificRecord> List<T> values(
      List<ProducerRecord<byte[], byte[]>> records, Topic topic) {
    return records.stream()
        .filter(record -> record.topic().equals(topic.name()))
        .map(record -> serdes.<T>deserializer().deserialize(topic.name(), record.value()))
        .toList();
  }

  private static void register(SchemaRegistryClient registry, Topic topic) {
    try {
      Schema schema = Objects.requireNonNull(topic.value());
      registry.register(topic.subject(), RegisteredForm.of(schema));
    } catch (IOException | RestClientException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
