package dev.outreach.runtime.slowtask;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/**
 * Writes results and offsets in one Kafka transaction. The offsets carry the group's generation, so
 * that a process that has lost its partitions without knowing it cannot commit (KIP-447). Not
 * thread-safe.
 */
final class ResultTransactions implements AutoCloseable {

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

  private final Supplier<Producer<byte[], byte[]>> producers;
  private @Nullable Producer<byte[], byte[]> producer;

  ResultTransactions(Supplier<Producer<byte[], byte[]>> producers) {
    this.producers = producers;
  }

  /**
   * Makes sure that no transaction of an earlier life is pending: after this, the committed offsets
   * are final.
   *
   * @throws RuntimeException where the broker does not answer
   */
  void open() {
    if (producer != null) {
      return;
    }
    Producer<byte[], byte[]> opened = producers.get();
    try {
      opened.initTransactions();
    } catch (RuntimeException failure) {
      opened.close(CLOSE_WITHIN);
      throw failure;
    }
    producer = opened;
  }

  CommitOutcome commit(
      List<ProducerRecord<byte[], byte[]>> results,
      Map<TopicPartition, OffsetAndMetadata> offsets,
      ConsumerGroupMetadata group) {
    Producer<byte[], byte[]> writer = producer;
    if (writer == null) {
      return new CommitOutcome.Unknown(new IllegalStateException("no producer is open"));
    }
    try {
      write(writer, results, offsets, group);
      return new CommitOutcome.Committed();
    } catch (ProducerFencedException _) {
      return new CommitOutcome.Fenced();
    } catch (KafkaException failure) {
      return abort(writer, failure);
    }
  }

  private static void write(
      Producer<byte[], byte[]> writer,
      List<ProducerRecord<byte[], byte[]>> results,
      Map<TopicPartition, OffsetAndMetadata> offsets,
      ConsumerGroupMetadata group) {
    writer.beginTransaction();
    List<Future<?>> sent = new ArrayList<>(results.size());
    for (ProducerRecord<byte[], byte[]> result : results) {
      sent.add(writer.send(result));
    }
    if (!offsets.isEmpty()) {
      writer.sendOffsetsToTransaction(offsets, group);
    }
    writer.commitTransaction();
    sent.forEach(Future::resultNow);
  }

  /** Where even the abort fails, a commit may have gone through: a new producer finds out. */
  private CommitOutcome abort(Producer<byte[], byte[]> writer, KafkaException failure) {
    try {
      writer.abortTransaction();
      return new CommitOutcome.Aborted(failure);
    } catch (ProducerFencedException _) {
      return new CommitOutcome.Fenced();
    } catch (RuntimeException undecided) {
      failure.addSuppressed(undecided);
      close();
      return new CommitOutcome.Unknown(failure);
    }
  }

  @Override
  public void close() {
    Producer<byte[], byte[]> open = producer;
    producer = null;
    if (open != null) {
      open.close(CLOSE_WITHIN);
    }
  }
}
