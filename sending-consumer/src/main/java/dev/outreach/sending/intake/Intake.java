package dev.outreach.sending.intake;

import dev.outreach.runtime.BatchSink;
import dev.outreach.runtime.DeadLetters;
import dev.outreach.runtime.Decoded;
import dev.outreach.runtime.RecordReader;
import dev.outreach.schemas.SendTask;
import dev.outreach.sending.ledger.Placed;
import dev.outreach.sending.ledger.TaskStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes ledger rows of tasks, in one transaction with the offsets. What cannot be read is safe in
 * the dead-letter topic before that transaction ends, so a crash in between repeats a dead letter
 * and never loses one.
 */
public final class Intake implements BatchSink {

  private final TaskStore store;
  private final RecordReader<SendTask> reader;
  private final DeadLetters deadLetters;
  private final Producer<byte[], byte[]> producer;
  private final Clock clock;
  private final Runnable whenApplied;

  /**
   * An intake.
   *
   * @param whenApplied told after every batch, so that the dispatcher need not wait
   */
  public Intake(
      TaskStore store,
      RecordReader<SendTask> reader,
      DeadLetters deadLetters,
      Producer<byte[], byte[]> producer,
      Clock clock,
      Runnable whenApplied) {
    this.store = store;
    this.reader = reader;
    this.deadLetters = deadLetters;
    this.producer = producer;
    this.clock = clock;
    this.whenApplied = whenApplied;
  }

  @Override
  public Map<TopicPartition, Long> claim(Collection<TopicPartition> partitions) {
    return store.claim(partitions);
  }

  @Override
  public void apply(ConsumerRecords<byte[], byte[]> records) {
    List<Placed> tasks = new ArrayList<>();
    List<Future<RecordMetadata>> letters = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      read(record, tasks, letters);
    }
    awaitAll(letters);
    Map<TopicPartition, Long> next = new HashMap<>();
    records.nextOffsets().forEach((partition, offset) -> next.put(partition, offset.offset()));
    store.apply(tasks, next, clock.instant());
    whenApplied.run();
  }

  @Override
  public void release(Collection<TopicPartition> partitions) {
    // The next owner's epoch is what keeps us from writing; there is nothing to give back.
  }

  private void read(
      ConsumerRecord<byte[], byte[]> record,
      List<Placed> tasks,
      List<Future<RecordMetadata>> letters) {
    switch (reader.read(record)) {
      case Decoded.Read<SendTask>(SendTask task) -> {
        try {
          TopicPartition partition = new TopicPartition(record.topic(), record.partition());
          tasks.add(new Placed(TaskReader.read(task), partition, record.offset()));
        } catch (IllegalArgumentException contradiction) {
          letters.add(letter(record, DeadLetters.Reason.INVALID, contradiction));
        }
      }
      case Decoded.Unreadable<SendTask>(var reason, var cause) ->
          letters.add(letter(record, reason, cause));
    }
  }

  private Future<RecordMetadata> letter(
      ConsumerRecord<byte[], byte[]> record, DeadLetters.Reason reason, Throwable cause) {
    return producer.send(deadLetters.letter(record, reason, cause));
  }

  private void awaitAll(List<Future<RecordMetadata>> letters) {
    if (letters.isEmpty()) {
      return;
    }
    producer.flush();
    for (Future<RecordMetadata> letter : letters) {
      try {
        letter.get();
      } catch (ExecutionException failure) {
        throw new KafkaException("a dead letter could not be written", failure.getCause());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new KafkaException("interrupted while writing a dead letter", interrupted);
      }
    }
  }
}
