package dev.outreach.api.commands;

import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Puts records into the log and returns only once the log has confirmed them. Gives up within about
 * five seconds, because somebody waits at the other end of an HTTP request. Thread-safe.
 */
final class Publisher implements AutoCloseable {

  private static final Duration GIVE_UP = Duration.ofSeconds(5);
  private static final Duration BROKER_ANSWER = Duration.ofSeconds(3);
  private static final Duration METADATA = Duration.ofSeconds(2);

  private final Producer<byte[], byte[]> producer;
  private final Serializer<SpecificRecord> serializer;

  /**
   * A publisher.
   *
   * @param producer set up by {@link #settings}; closed with this publisher
   */
  Publisher(Producer<byte[], byte[]> producer, EventSerdes serdes) {
    this.producer = producer;
    this.serializer = serdes.serializer();
  }

  /** Settings of a producer that gives up in time. */
  static Map<String, Object> settings(KafkaSettings kafka, String clientId) {
    Map<String, Object> settings = kafka.producer(clientId);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, METADATA.toMillis());
    settings.put(
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(BROKER_ANSWER.toMillis()));
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(GIVE_UP.toMillis()));
    return settings;
  }

  /** A record to be published. */
  record Entry(String key, SpecificRecord value, List<Header> headers) {

    Entry(String key, SpecificRecord value) {
      this(key, value, List.of());
    }
  }

  /**
   * Publishes all of them.
   *
   * @throws NotPublished where some were not confirmed; some may be in the log all the same
   */
  void publish(Topic topic, List<Entry> entries) {
    send(entries.stream().map(entry -> record(topic, null, entry)).toList());
  }

  /**
   * Publishes the same to every partition.
   *
   * @throws NotPublished where some were not confirmed; some may be in the log all the same
   */
  void publishEverywhere(Topic topic, Entry entry) {
    send(
        IntStream.range(0, topic.partitions())
            .mapToObj(partition -> record(topic, partition, entry))
            .toList());
  }

  /** Publishes records that are bytes already. */
  void send(List<ProducerRecord<byte[], byte[]>> records) {
    long deadline = System.nanoTime() + GIVE_UP.plus(METADATA).toNanos();
    try {
      List<Future<RecordMetadata>> confirmations = records.stream().map(producer::send).toList();
      for (Future<RecordMetadata> confirmation : confirmations) {
        confirmation.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      }
    } catch (KafkaException | ExecutionException | TimeoutException unconfirmed) {
      throw new NotPublished("Kafka did not confirm the record in time", unconfirmed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new NotPublished("The server is stopping", interrupted);
    }
  }

  private ProducerRecord<byte[], byte[]> record(
      Topic topic, @Nullable Integer partition, Entry entry) {
    try {
      return new ProducerRecord<>(
          topic.name(),
          partition,
          entry.key().getBytes(StandardCharsets.UTF_8),
          serializer.serialize(topic.name(), entry.value()),
          entry.headers());
    } catch (KafkaException unreachable) {
      throw new NotPublished("The schema registry does not answer", unreachable);
    }
  }

  @Override
  public void close() {
    producer.close(GIVE_UP);
  }
}
