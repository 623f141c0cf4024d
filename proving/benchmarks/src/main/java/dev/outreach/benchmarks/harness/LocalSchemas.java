package dev.outreach.benchmarks.harness;

import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Objects;
import org.apache.avro.generic.GenericData;

/**
 * Serdes over Confluent's in-memory registry. Every process registers the same schemas in the same
 * order and so gives them the same numbers: no registry need be running, and none can disturb.
 */
public final class LocalSchemas {

  private LocalSchemas() {}

  /** Serdes for all topics. */
  public static EventSerdes serdes(Topics topics) {
    MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    try {
      for (Topic topic : topics.events()) {
        registry.register(topic.subject(), registered(topic));
      }
    } catch (IOException | RestClientException failure) {
      throw new IllegalStateException("the registry in memory refuses a schema", failure);
    }
    return EventSerdes.over(registry, "mock://" + topics.prefix());
  }

  /** The schema as our serializers ask for it: without Java's own properties. */
  private static AvroSchema registered(Topic topic) {
    GenericData.Record empty = new GenericData.Record(Objects.requireNonNull(topic.value()));
    return new AvroSchema(AvroSchemaUtils.getSchema(empty, false, false, true));
  }
}
