package dev.outreach.api.status;

import dev.outreach.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Kafka's own mock, which also finds offsets by time. */
final class ConsumerOfThePast extends MockConsumer<byte[], byte[]> {

  private final List<ConsumerRecord<byte[], byte[]>> log;

  ConsumerOfThePast(List<ConsumerRecord<byte[], byte[]>> log, Topics topics) {
    super("earliest");
    this.log = log;
    Map<TopicPartition, Long> ends = new HashMap<>();
    List<PartitionInfo> partitions = new ArrayList<>();
    for (int partition = 0; partition < topics.profileEvents().partitions(); partition++) {
      int number = partition;
      TopicPartition one = new TopicPartition(topics.profileEvents().name(), number);
      ends.put(one, log.stream().filter(record -> record.partition() == number).count());
      updateBeginningOffsets(Map.of(one, 0L));
      partitions.add(new PartitionInfo(one.topic(), number, null, new Node[0], new Node[0]));
    }
    updatePartitions(topics.profileEvents().name(), partitions);
    updateEndOffsets(ends);
  }

  @Override
  public synchronized void seekToBeginning(Collection<TopicPartition> partitions) {
    super.seekToBeginning(partitions);
    schedulePollTask(() -> log.forEach(this::addRecord));
  }

  @Override
  public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
      Map<TopicPartition, Long> times) {
    Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
    times.forEach(
        (partition, time) ->
            found.put(
                partition,
                log.stream()
                    .filter(record -> record.partition() == partition.partition())
                    .filter(record -> record.timestamp() >= time)
                    .findFirst()
                    .map(record -> new OffsetAndTimestamp(record.offset(), record.timestamp()))
                    .orElse(null)));
    return found;
  }
}
