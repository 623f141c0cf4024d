package dev.outreach.runtime.slowtask;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far each partition of ours is done, and what of that is committed. Not thread-safe. */
final class Progress {

  private final Map<TopicPartition, OffsetTracker> trackers = new HashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();

  void take(TopicPartition partition, @Nullable OffsetAndMetadata from) {
    if (from == null) {
      trackers.put(partition, OffsetTracker.fresh());
      return;
    }
    trackers.put(partition, OffsetTracker.resumedAt(PositionFormat.ofCommitted(from)));
    committed.put(partition, from);
  }

  void drop(Collection<TopicPartition> partitions) {
    partitions.forEach(trackers::remove);
    partitions.forEach(committed::remove);
  }

  boolean deliver(ConsumerRecord<byte[], byte[]> record) {
    return tracker(new TopicPartition(record.topic(), record.partition())).deliver(record.offset());
  }

  void complete(Work work) {
    tracker(work.partition()).complete(work.record().offset());
  }

  /**
   * What a commit has to say, of partitions where it differs from the last commit.
   *
   * @param positions the next offset the log will deliver
   */
  Map<TopicPartition, OffsetAndMetadata> uncommitted(ToLongFunction<TopicPartition> positions) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    trackers.forEach(
        (partition, tracker) -> {
          if (tracker.position().isPresent()) {
            tracker.reach(positions.applyAsLong(partition));
          }
          tracker
              .position()
              .map(PositionFormat::toCommit)
              .filter(offset -> !offset.equals(committed.get(partition)))
              .ifPresent(offset -> offsets.put(partition, offset));
        });
    return offsets;
  }

  void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    committed.putAll(offsets);
  }

  /** Partitions whose unfinished record is so old that reading on would outgrow the metadata. */
  Set<TopicPartition> tooWide() {
    return trackers.entrySet().stream()
        .filter(entry -> entry.getValue().window() > OffsetTracker.WIDEST_WINDOW)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private OffsetTracker tracker(TopicPartition partition) {
    OffsetTracker tracker = trackers.get(partition);
    if (tracker == null) {
      throw new IllegalStateException(partition + " is not ours");
    }
    return tracker;
  }
}
