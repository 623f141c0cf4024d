package dev.outreach.discovery.table;

import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads which jobs the topic of requests knows: only its keys are looked at. */
final class KnownJobs {

  private static final Duration POLL = Duration.ofMillis(200);

  private KnownJobs() {}

  /** The ids of all jobs that are in the topic now. */
  static Set<String> read(KafkaSettings kafka, Topic requests) {
    Set<String> known = new HashSet<>();
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(kafka.looseConsumer(IntakeLog.NAME + "-known"))) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(requests.name()).stream()
              .map(partition -> new TopicPartition(requests.name(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(POLL)
            .forEach(
                record -> {
                  if (record.key() != null) {
                    known.add(new String(record.key(), StandardCharsets.UTF_8));
                  }
                });
      }
    }
    return known;
  }
}
