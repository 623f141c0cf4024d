package dev.outreach.discovery.notices;

import dev.outreach.runtime.DeadLetters;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts the notices aside that nobody can use. Every instance reads all notices at every start, so
 * that none of them may do it by the way: this reader is in a group, and a letter and the place
 * behind its record are one transaction. So each becomes one letter, whoever is killed when. Used
 * by one thread.
 */
public final class UnusableNotices implements AutoCloseable {

  private final Consumer<byte[], byte[]> consumer;
  private final Producer<byte[], byte[]> producer;
  private final NoticeReader reader;
  private final DeadLetters letters;

  private UnusableNotices(
      Consumer<byte[], byte[]> consumer,
      Producer<byte[], byte[]> producer,
      NoticeReader reader,
      DeadLetters letters) {
    this.consumer = consumer;
    this.producer = producer;
    this.reader = reader;
    this.letters = letters;
  }

  /**
   * What puts them aside.
   *
   * @param consumer in a group of its own; closed with this
   * @param producer transactional, with no transaction open between two turns; not closed
   */
  public record Parts(
      Consumer<byte[], byte[]> consumer,
      Producer<byte[], byte[]> producer,
      EventSerdes serdes,
      DeadLetters letters) {}

  /** Begins behind what the group has seen. */
  public static UnusableNotices of(Parts parts, Topics topics) {
    parts
        .consumer()
        .subscribe(
            Stream.of(topics.jobCommands(), topics.refusedPeople()).map(Topic::name).toList());
    return new UnusableNotices(
        parts.consumer(),
        parts.producer(),
        new NoticeReader(topics, parts.serdes()),
        parts.letters());
  }

  /**
   * Looks at what is new; returns at once where nothing is.
   *
   * @throws KafkaException where it cannot be stored: to be begun again
   */
  public void turn() {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ZERO);
    if (records.isEmpty()) {
      return;
    }
    List<ProducerRecord<byte[], byte[]>> found = new ArrayList<>();
    records.forEach(record -> letter(record).ifPresent(found::add));
    transact(found, records.nextOffsets());
  }

  private void transact(
      List<ProducerRecord<byte[], byte[]>> found, Map<TopicPartition, OffsetAndMetadata> behind) {
    producer.beginTransaction();
    try {
      for (ProducerRecord<byte[], byte[]> letter : found) {
        // The commit fails where any of these sends failed.
        var _ = producer.send(letter);
      }
      producer.sendOffsetsToTransaction(behind, consumer.groupMetadata());
      producer.commitTransaction();
    } catch (KafkaException failure) {
      abort(failure);
      throw failure;
    }
  }

  private Optional<ProducerRecord<byte[], byte[]>> letter(ConsumerRecord<byte[], byte[]> record) {
    return switch (reader.read(record)) {
      case Notice.Unusable(var reason, var cause) ->
          Optional.of(letters.letter(record, reason, cause));
      case Notice.Order _, Notice.Turned _ -> Optional.empty();
    };
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
    consumer.close();
  }
}
