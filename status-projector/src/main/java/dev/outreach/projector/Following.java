package dev.outreach.projector;

import dev.outreach.readmodel.write.Advance;
import dev.outreach.readmodel.write.AdvancePlaces;
import dev.outreach.readmodel.write.Claim;
import dev.outreach.runtime.FencedException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Keeps a generation that no reader sees up to date with the log, with exact counts. For one
 * thread.
 */
final class Following implements Narrowing.Ways {

  private final RebuildParts parts;
  private final Claims claims;
  private final Generation generation;
  private final EventLog log;
  private final BatchReader reader;
  private final Transactions transactions;

  Following(RebuildParts parts, Claims claims, int generation, EventLog log) {
    this.parts = parts;
    this.claims = claims;
    this.generation = Generation.of(generation);
    this.log = log;
    this.reader = parts.reader();
    this.transactions = parts.transactions();
    seekToWhatIsApplied();
  }

  /** Applies until every partition has reached the end the log had when asked last. */
  void toTheEnd(RebuildProgress progress) {
    Map<TopicPartition, Long> ends = log.ends();
    while (!log.hasReached(ends)) {
      List<ConsumerRecord<byte[], byte[]>> records = log.next();
      apply(records);
      progress.applied(records.size());
    }
  }

  /** Applies what is before these places, by Kafka partition, and nothing after. */
  void upTo(Map<Integer, Long> places) {
    while (applied().entrySet().stream()
        .anyMatch(now -> now.getValue() < places.getOrDefault(now.getKey(), 0L))) {
      apply(
          log.next().stream()
              .filter(record -> record.offset() < places.getOrDefault(record.partition(), 0L))
              .toList());
    }
    seekToWhatIsApplied();
  }

  /** The first record that is not applied, by Kafka partition. */
  Map<Integer, Long> applied() {
    Map<Integer, Long> applied = new HashMap<>();
    claims
        .all()
        .forEach((partition, claim) -> applied.put(partition.partition(), claim.nextOffset()));
    return applied;
  }

  /** Counts people as due who were last contacted before these moments, by Kafka partition. */
  void tick(Map<Integer, Instant> readyBefore) {
    Instant now = parts.clock().instant();
    for (Instant moment : readyBefore.values().stream().distinct().toList()) {
      List<Claim> atThatMoment =
          claims.all().values().stream()
              .filter(claim -> moment.equals(readyBefore.get(claim.place().partition())))
              .toList();
      transactions.call(
          connection -> generation.tick().tick(connection, atThatMoment, moment, now));
    }
  }

  @Override
  public void whole(List<ConsumerRecord<byte[], byte[]>> records) {
    write(records, reader.read(records));
  }

  @Override
  public void without(ConsumerRecord<byte[], byte[]> record, StoreException.BadData why) {
    write(List.of(record), new Batch());
  }

  private void apply(List<ConsumerRecord<byte[], byte[]>> records) {
    if (!records.isEmpty()) {
      Narrowing.apply(records, this);
    }
  }

  private void write(List<ConsumerRecord<byte[], byte[]>> records, Batch batch) {
    Map<TopicPartition, Advance> advances = claims.advances(records);
    transactions.run(
        connection -> {
          if (!new AdvancePlaces()
              .advance(connection, Claims.steps(advances), parts.clock().instant())) {
            throw new FencedException("one of " + advances.keySet());
          }
          generation.write(connection, batch);
        });
    claims.moved(advances);
  }

  private void seekToWhatIsApplied() {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    Map<TopicPartition, Claim> held = claims.all();
    log.partitions()
        .forEach(
            partition ->
                offsets.put(partition, Objects.requireNonNull(held.get(partition)).nextOffset()));
    log.seek(offsets);
  }
}
