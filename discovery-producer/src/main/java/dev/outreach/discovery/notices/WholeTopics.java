package dev.outreach.discovery.notices;

import dev.outreach.schemas.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Topics read from their beginning, and on. Not thread-safe. */
final class WholeTopics implements AutoCloseable {

  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  WholeTopics(Consumer<byte[], byte[]> consumer, Topic... topics) {
    this.consumer = consumer;
    this.partitions =
        Stream.of(topics)
            .flatMap(
                topic ->
                    IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Where a record goes. */
  interface Sink {
    void take(ConsumerRecord<byte[], byte[]> record);
  }

  /**
   * Reads everything there is at the moment of the call.
   *
   * @throws TimeoutException where the brokers do not give it in time
   */
  void readToEnd(Sink sink) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ANSWER);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isAt(ends)) {
      if (System.nanoTime() - deadline > 0) {
        throw new TimeoutException("the notices could not be read to their end in " + PATIENCE);
      }
      read(LOOK, sink);
    }
  }

  void read(Duration wait, Sink sink) {
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
