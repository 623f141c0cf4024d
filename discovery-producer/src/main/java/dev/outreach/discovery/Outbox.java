package dev.outreach.discovery;

import dev.outreach.discovery.records.DiscoveryRecords;
import dev.outreach.discovery.records.JobHead;
import dev.outreach.runtime.DeadLetters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Stores what a step brought, the job's state and the request's offset together or not at all. The
 * state travels as metadata of the offset: it stays at the request until the job is over.
 */
final class Outbox {

  private final Producer<byte[], byte[]> producer;
  private final Supplier<ConsumerGroupMetadata> group;
  private final DiscoveryRecords records;
  private final DeadLetters deadLetters;

  Outbox(
      Producer<byte[], byte[]> producer,
      Supplier<ConsumerGroupMetadata> group,
      DiscoveryRecords records,
      DeadLetters deadLetters) {
    this.producer = producer;
    this.group = group;
    this.records = records;
    this.deadLetters = deadLetters;
  }

  /**
   * Stores a step; the request is done where no further step follows.
   *
   * @return false where the job cannot be resumed because the platform's cursor is too long, so
   *     that nothing was stored
   */
  boolean store(ConsumerRecord<byte[], byte[]> request, JobHead head, JobStep step) {
    Optional<String> state =
        step.next().isPresent() ? JobStateFormat.write(step.after()) : Optional.of("");
    if (state.isEmpty()) {
      return false;
    }
    List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
    for (JobStep.Person person : step.people()) {
      all.add(records.person(head, person.profileId(), person.profile(), step.page()));
    }
    all.addAll(progress(head, step));
    long offset = step.next().isPresent() ? request.offset() : request.offset() + 1;
    transact(all, request, new OffsetAndMetadata(offset, request.leaderEpoch(), state.get()));
    return true;
  }

  /** Puts the request aside; with what became of its job, where it has one. */
  void letter(
      ConsumerRecord<byte[], byte[]> request,
      DeadLetters.Reason reason,
      Throwable cause,
      List<ProducerRecord<byte[], byte[]>> besides) {
    List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>(besides);
    all.add(deadLetters.letter(request, reason, cause));
    transact(all, request, behind(request));
  }

  /** Lets the others of the line pass: the request goes to its end, with how far its job is. */
  void park(ConsumerRecord<byte[], byte[]> request, JobHead head, JobState state) {
    String text =
        JobStateFormat.write(state)
            .orElseThrow(() -> new IllegalStateException("a resting job was stored, so it fits"));
    transact(List.of(Parked.again(request, head, text)), request, behind(request));
  }

  /** Leaves the request behind. */
  void skip(ConsumerRecord<byte[], byte[]> request) {
    transact(List.of(), request, behind(request));
  }

  /** The records of a step's events, with the numbers of the job's last steps. */
  List<ProducerRecord<byte[], byte[]>> progress(JobHead head, JobStep step) {
    List<ProducerRecord<byte[], byte[]>> progress = new ArrayList<>();
    long number = step.after().steps() - step.events().size();
    for (SpecificRecord event : step.events()) {
      progress.add(records.progress(head, step.after().totals(), number, event));
      number++;
    }
    return progress;
  }

  private static OffsetAndMetadata behind(ConsumerRecord<byte[], byte[]> request) {
    return new OffsetAndMetadata(request.offset() + 1, request.leaderEpoch(), "");
  }

  private void transact(
      List<ProducerRecord<byte[], byte[]>> all,
      ConsumerRecord<byte[], byte[]> request,
      OffsetAndMetadata offset) {
    producer.beginTransaction();
    try {
      for (ProducerRecord<byte[], byte[]> record : all) {
        // The commit fails where any of these sends failed.
        var _ = producer.send(record);
      }
      TopicPartition partition = new TopicPartition(request.topic(), request.partition());
      producer.sendOffsetsToTransaction(Map.of(partition, offset), group.get());
      producer.commitTransaction();
    } catch (KafkaException failure) {
      abort(failure);
      throw failure;
    }
  }

  private void abort(KafkaException failure) {
    try {
      producer.abortTransaction();
    } catch (KafkaException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }
}
