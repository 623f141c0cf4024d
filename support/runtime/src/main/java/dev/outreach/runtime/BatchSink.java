package dev.outreach.runtime;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Where {@link StoredOffsetConsumer} puts records: a store that keeps its own offsets beside what
 * it makes of the records, in one transaction. Called from one thread.
 */
public interface BatchSink {

  /**
   * Takes ownership of partitions, so that an earlier owner can write no more, and says where to go
   * on.
   *
   * @return the next offset of each partition; one that is missing begins at its earliest record
   */
  Map<TopicPartition, Long> claim(Collection<TopicPartition> partitions);

  /**
   * Applies the records of one poll and their offsets in one transaction.
   *
   * @throws FencedException where another owner has claimed a partition; nothing was applied
   */
  void apply(ConsumerRecords<byte[], byte[]> records);

  /**
   * How far each partition has been read, commit markers of transactions included; what was read up
   * to there has been applied. Told after every poll; nothing has to be done.
   */
  default void reached(Map<TopicPartition, Long> positions) {}

  /** Partitions that are ours no more; nothing has to be done. */
  void release(Collection<TopicPartition> partitions);
}
