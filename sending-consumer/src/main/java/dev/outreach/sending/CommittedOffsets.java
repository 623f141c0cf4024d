package dev.outreach.sending;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What the broker knows of how far tasks go and were read: a witness outside the database. */
final class CommittedOffsets {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private CommittedOffsets() {}

  /** How far the log of a topic reaches, partition by partition. */
  static Map<TopicPartition, Long> ends(Map<String, Object> adminSettings, String topic) {
    try (Admin admin = Admin.create(adminSettings)) {
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .values()
          .stream()
          .flatMap(described -> described.partitions().stream())
          .forEach(
              partition ->
                  latest.put(
                      new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
      Map<TopicPartition, Long> ends = new HashMap<>();
      admin
          .listOffsets(latest)
          .all()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .forEach((partition, end) -> ends.put(partition, end.offset()));
      return ends;
    } catch (ExecutionException refused) {
      throw new KafkaException("the ends of the log cannot be read", refused.getCause());
    } catch (TimeoutException late) {
      throw new KafkaException("the broker does not answer", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while asking the broker", interrupted);
    }
  }

  /** The committed offsets; none where the broker does not know the group. */
  static Map<TopicPartition, Long> of(Map<String, Object> adminSettings, String group) {
    try (Admin admin = Admin.create(adminSettings)) {
      Map<TopicPartition, Long> offsets = new HashMap<>();
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      committed.forEach(
          (partition, offset) -> {
            if (offset != null) {
              offsets.put(partition, offset.offset());
            }
          });
      return offsets;
    } catch (ExecutionException refused) {
      if (refused.getCause() instanceof GroupIdNotFoundException) {
        return Map.of();
      }
      throw new KafkaException("the committed offsets cannot be read", refused.getCause());
    } catch (TimeoutException late) {
      throw new KafkaException("the broker does not answer", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while asking the broker", interrupted);
    }
  }
}
