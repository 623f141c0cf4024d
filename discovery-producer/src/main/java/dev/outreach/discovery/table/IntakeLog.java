package dev.outreach.discovery.table;

import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.RequestSource;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Publishes requests together with the place in the database's log they were read at, in one
 * transaction, so that no kill can come between the two. The place travels as metadata of a
 * consumer group's offset. Opening it fences whoever had it open before. Not thread-safe.
 */
final class IntakeLog implements AutoCloseable {

  static final String NAME = "discovery-table-intake";

  private final Producer<byte[], byte[]> producer;
  private final Consumer<byte[], byte[]> group;
  private final Serializer<DiscoveryRequested> serializer;
  private final Topic requests;
  private final TopicPartition place;

  private IntakeLog(
      Producer<byte[], byte[]> producer, KafkaSettings kafka, Topics topics, EventSerdes serdes) {
    this.producer = producer;
    this.group = new KafkaConsumer<>(kafka.consumer(topics.prefix() + NAME, NAME));
    this.serializer = serdes.serializer();
    this.requests = topics.discoveryRequests();
    this.place = new TopicPartition(requests.name(), 0);
  }

  static IntakeLog open(KafkaSettings kafka, Topics topics, EventSerdes serdes) {
    Map<String, Object> settings = kafka.transactionalProducer(NAME, topics.prefix() + NAME);
    // A transaction's first batch may have to wait for the one before it to be decided; batches
    // sent behind it meanwhile would be refused as out of order, again and again.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    Producer<byte[], byte[]> producer = new KafkaProducer<>(settings);
    try {
      producer.initTransactions();
      return new IntakeLog(producer, kafka, topics, serdes);
    } catch (RuntimeException failure) {
      producer.close();
      throw failure;
    }
  }

  /** The place stored last; empty where there is none. */
  Optional<WalPlace> place() {
    // A reader of committed records waits until what a killed writer left open is decided.
    OffsetAndMetadata stored = group.committed(Set.of(place)).get(place);
    return stored == null ? Optional.empty() : WalPlace.parse(stored.metadata());
  }

  /** Publishes these requests and remembers the place behind them, both or neither. */
  void publish(List<DiscoveryRequested> found, WalPlace behind) {
    publish(found, behind.text());
  }

  /** Publishes these requests and forgets the place: a new slot begins behind them. */
  void publishAndForgetPlace(List<DiscoveryRequested> found) {
    publish(found, "");
  }

  private void publish(List<DiscoveryRequested> found, String metadata) {
    producer.beginTransaction();
    try {
      for (DiscoveryRequested request : found) {
        // The commit fails where any of these sends failed.
        var _ = producer.send(record(request));
      }
      producer.sendOffsetsToTransaction(
          Map.of(place, new OffsetAndMetadata(0, metadata)), group.groupMetadata());
      producer.commitTransaction();
    } catch (KafkaException failure) {
      abort(failure);
      throw failure;
    }
  }

  private ProducerRecord<byte[], byte[]> record(DiscoveryRequested request) {
    return new ProducerRecord<>(
        requests.name(),
        null,
        request.getJobId().getBytes(StandardCharsets.UTF_8),
        serializer.serialize(requests.name(), request),
        List.of(RequestSource.TABLE.header()));
  }

  private void abort(KafkaException failure) {
    try {
      producer.abortTransaction();
    } catch (KafkaException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }

  @Override
  public void close() {
    group.close();
    producer.close();
  }
}
