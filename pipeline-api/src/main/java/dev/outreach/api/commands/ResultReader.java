package dev.outreach.api.commands;

import dev.outreach.runtime.DeadLetters;
import dev.outreach.runtime.Decoded;
import dev.outreach.runtime.Health;
import dev.outreach.runtime.RecordReader;
import dev.outreach.schemas.CommandResult;
import dev.outreach.schemas.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the results of commands from now on, all partitions, in no group: every instance must see
 * every result, because any of them may have the caller. What was published while nobody looked is
 * of no use to anybody, so it begins at the end again after a failure.
 */
final class ResultReader implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ResultReader.class);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration POSITION = Duration.ofSeconds(5);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Topic topic;
  private final RecordReader<CommandResult> reader;
  private final Sink sink;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile Health health = new Health.Starting("waits for Kafka");

  /** What is done with records. */
  interface Sink {

    void take(CommandResult result);

    void discard(ConsumerRecord<byte[], byte[]> record, DeadLetters.Reason reason, Throwable cause);
  }

  ResultReader(
      Supplier<Consumer<byte[], byte[]>> consumers,
      Topic topic,
      RecordReader<CommandResult> reader,
      Sink sink) {
    this.consumers = consumers;
    this.topic = topic;
    this.reader = reader;
    this.sink = sink;
    this.thread = Thread.ofPlatform().name("command-results").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  Health health() {
    return health;
  }

  private void run() {
    while (isOpen()) {
      try (Consumer<byte[], byte[]> consumer = consumers.get()) {
        goToEnd(consumer);
        health = new Health.Up();
        while (isOpen()) {
          consumer.poll(LOOK).forEach(this::read);
        }
      } catch (WakeupException _) {
        log.debug("woken to close");
      } catch (KafkaException failure) {
        health = new Health.Down("the results of commands cannot be read: " + nameOf(failure));
        log.warn("The results of commands cannot be read ({})", nameOf(failure));
        pause();
      }
    }
  }

  /** Asks for each position, so that it is fixed before anybody publishes. */
  private void goToEnd(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = topic.everyPartition();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(partition -> consumer.position(partition, POSITION));
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    switch (reader.read(record)) {
      case Decoded.Read<CommandResult>(CommandResult result) -> sink.take(result);
      case Decoded.Unreadable<CommandResult>(DeadLetters.Reason reason, Throwable cause) ->
          sink.discard(record, reason, cause);
    }
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void pause() {
    try {
      if (closing.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("closed while waiting to try again");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String nameOf(KafkaException failure) {
    return failure.getClass().getSimpleName();
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      if (thread.isAlive()) {
        thread.join(AGAIN.multipliedBy(3));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
