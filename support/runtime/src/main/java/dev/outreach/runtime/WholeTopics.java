package dev.outreach.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Topics read from their beginning, and on. Not thread-safe. */
public final class WholeTopics implements AutoCloseable {

  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /**
   * At their beginning.
   *
   * @param consumer in no group; closed with this
   * @param partitions all of all the topics
   */
  public WholeTopics(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
    this.consumer = consumer;
    this.partitions = List.copyOf(partitions);
    consumer.assign(this.partitions);
    consumer.seekToBeginning(this.partitions);
  }

  /** Where a record goes. */
  @FunctionalInterface
  public interface Sink {
    void take(ConsumerRecord<byte[], byte[]> record);
  }

  /**
   * Reads everything there is at the moment of the call.
   *
   * @throws TimeoutException where the brokers do not give it in time
   */
  public void readToEnd(Sink sink) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ANSWER);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isAt(ends)) {
      if (System.nanoTime() - deadline > 0) {
        throw new TimeoutException("the topics could not be read to their end in " + PATIENCE);
      }
      read(LOOK, sink);
    }
  }

  /** Reads what has come since, waiting for it for so long at most. */
  public void read(Duration wait, Sink sink) {
    consumer.poll(wait).forEach(sink::take);
  }

  private boolean isAt(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), ANSWER) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
