package dev.outreach.projector;

import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** A log in memory whose records are real Avro bytes. */
final class TestLog {

  final Topics topics = Topics.standard();
  final SchemaRegistryClient registry = new MockSchemaRegistryClient();
  final EventSerdes serdes = EventSerdes.over(registry, "mock://projector");

  private final Serializer<SpecificRecord> serializer =
      serdes.<SpecificRecord>privateSerde().serializer();
  private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();

  TopicPartition events(int partition) {
    return new TopicPartition(topics.profileEvents().name(), partition);
  }

  void append(TopicPartition partition, SpecificRecord value) {
    appendBytes(partition, serializer.serialize(partition.topic(), value));
  }

  void appendBytes(TopicPartition partition, byte @Nullable [] value) {
    List<ConsumerRecord<byte[], byte[]>> log =
        records.computeIfAbsent(partition, _ -> new ArrayList<>());
    log.add(
        new ConsumerRecord<>(
            partition.topic(),
            partition.partition(),
            log.size(),
            "key".getBytes(StandardCharsets.UTF_8),
            value));
  }

  long end(TopicPartition partition) {
    return records.getOrDefault(partition, List.of()).size();
  }

  /** Up to so many records of some partitions, as one poll gives them. */
  ConsumerRecords<byte[], byte[]> poll(Map<TopicPartition, Long> positions, int most) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> polled = new HashMap<>();
    positions.forEach(
        (partition, position) -> {
          List<ConsumerRecord<byte[], byte[]>> log = records.getOrDefault(partition, List.of());
          int from = Math.toIntExact(position);
          int to = Math.min(log.size(), from + most);
          if (from < to) {
            polled.put(partition, log.subList(from, to));
          }
        });
    return new ConsumerRecords<>(polled, Map.of());
  }
}
