package dev.outreach.runtime.slowtask;

import dev.outreach.runtime.DeadLetters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Results that wait for their transaction. Not thread-safe. */
final class Pending {

  /** Below {@code max.request.size} of a producer and {@code max.message.bytes} of a topic. */
  static final int LARGEST_RESULT = 900_000;

  private final DeadLetters deadLetters;
  private final List<Settled> settled = new ArrayList<>();

  private record Settled(
      TopicPartition partition, List<ProducerRecord<byte[], byte[]>> records, boolean poison) {}

  Pending(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  void add(Work work, SlowTask.Outcome outcome) {
    settled.add(
        switch (outcome) {
          case SlowTask.Outcome.Done(var results) when fits(results) ->
              new Settled(work.partition(), results, false);
          case SlowTask.Outcome.Done(_) -> tooLarge(work);
          case SlowTask.Outcome.Poison(var reason, var cause) -> poison(work, reason, cause);
        });
  }

  List<ProducerRecord<byte[], byte[]>> records() {
    return settled.stream().flatMap(result -> result.records().stream()).toList();
  }

  int done() {
    return settled.size() - poison();
  }

  int poison() {
    return Math.toIntExact(settled.stream().filter(Settled::poison).count());
  }

  boolean isEmpty() {
    return settled.isEmpty();
  }

  void clear() {
    settled.clear();
  }

  void drop(Collection<TopicPartition> partitions) {
    settled.removeIf(result -> partitions.contains(result.partition()));
  }

  /** One result the broker refuses would fail every transaction it is in, for ever. */
  private static boolean fits(List<ProducerRecord<byte[], byte[]>> results) {
    return results.stream().allMatch(result -> sizeOf(result) <= LARGEST_RESULT);
  }

  private static int sizeOf(ProducerRecord<byte[], byte[]> result) {
    int key = result.key() == null ? 0 : result.key().length;
    return key + (result.value() == null ? 0 : result.value().length);
  }

  private Settled tooLarge(Work work) {
    return poison(
        work,
        DeadLetters.Reason.PROCESSING_FAILED,
        new IllegalArgumentException("a result is larger than " + LARGEST_RESULT + " bytes"));
  }

  private Settled poison(Work work, DeadLetters.Reason reason, Throwable cause) {
    ConsumerRecord<byte[], byte[]> record = work.record();
    return new Settled(work.partition(), List.of(deadLetters.letter(record, reason, cause)), true);
  }
}
