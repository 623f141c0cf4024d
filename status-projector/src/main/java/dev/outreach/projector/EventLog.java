package dev.outreach.projector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Some partitions of the log of profile events, read from places we name. For one thread. */
final class EventLog implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /**
   * A reader.
   *
   * @param consumer belongs to no group; closed with the reader
   */
  EventLog(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
    this.consumer = consumer;
    this.partitions = List.copyOf(partitions);
    consumer.assign(this.partitions);
  }

  List<TopicPartition> partitions() {
    return partitions;
  }

  /** Goes on from these offsets; 0 is the earliest record. */
  void seek(Map<TopicPartition, Long> offsets) {
    for (TopicPartition partition : partitions) {
      long offset = offsets.getOrDefault(partition, 0L);
      if (offset == 0) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, offset);
      }
    }
  }

  /** Where the log ends now. */
  Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(partitions);
  }

  /** How far we are, commit markers of transactions included. */
  Map<TopicPartition, Long> positions() {
    Map<TopicPartition, Long> positions = new HashMap<>();
    partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
    return positions;
  }

  boolean hasReached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** What comes next, perhaps nothing yet. */
  List<ConsumerRecord<byte[], byte[]>> next() {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    consumer.poll(POLL).forEach(records::add);
    return records;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
