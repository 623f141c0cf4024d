package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.harness.LocalSchemas;
import dev.outreach.benchmarks.harness.Servers;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.SendResult;
import dev.outreach.schemas.topics.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/** What the rest of the pipeline was told. */
final class Results {

  private Results() {}

  /** The kinds of outcomes that committed readers see, by message. */
  static Map<String, Set<String>> read(KafkaSettings kafka) {
    Topic topic = Servers.TOPICS.sendResults();
    Deserializer<SendResult> deserializer = LocalSchemas.serdes(Servers.TOPICS).deserializer();
    Map<String, Set<String>> told = new HashMap<>();
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(kafka.looseConsumer("auditor"))) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(partition -> new TopicPartition(topic.name(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          SendResult result = deserializer.deserialize(topic.name(), record.value());
          told.computeIfAbsent(result.getMessageId(), _ -> new HashSet<>())
              .add(result.getOutcome().getClass().getSimpleName());
        }
      }
    }
    return told;
  }
}
