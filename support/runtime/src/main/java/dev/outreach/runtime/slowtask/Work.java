package dev.outreach.runtime.slowtask;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One record on its way from the log to its result. Belongs to the loop's thread. */
final class Work {

  private final ConsumerRecord<byte[], byte[]> record;
  private final TopicPartition partition;
  private final Instant accepted;
  private @Nullable Thread caller;
  private boolean dropped;

  Work(ConsumerRecord<byte[], byte[]> record, Instant accepted) {
    this.record = record;
    this.partition = new TopicPartition(record.topic(), record.partition());
    this.accepted = accepted;
  }

  ConsumerRecord<byte[], byte[]> record() {
    return record;
  }

  TopicPartition partition() {
    return partition;
  }

  Instant accepted() {
    return accepted;
  }

  void callIn(Thread thread) {
    caller = thread;
  }

  boolean isDropped() {
    return dropped;
  }

  /** Nobody wants the result any more: another owner of the partition repeats the work. */
  void drop() {
    dropped = true;
    if (caller != null) {
      caller.interrupt();
    }
  }
}
