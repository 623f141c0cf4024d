package dev.outreach.projector;

import dev.outreach.readmodel.write.Advance;
import dev.outreach.readmodel.write.Claim;
import dev.outreach.readmodel.write.Place;
import dev.outreach.runtime.FencedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The partitions we hold and where we are in each. Thread-safe. */
final class Claims {

  private final Map<TopicPartition, Claim> held = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> reached = new ConcurrentHashMap<>();

  void hold(TopicPartition partition, Claim claim) {
    held.put(partition, claim);
  }

  void reached(Map<TopicPartition, Long> positions) {
    reached.putAll(positions);
  }

  /**
   * The end of the log as seen from the offsets we keep: those never point behind the commit marker
   * that ends a transaction, for a marker is no record, so a log read to its end has nothing left.
   */
  long endFor(TopicPartition partition, Claim claim, long end) {
    long position = reached.getOrDefault(partition, claim.nextOffset());
    return claim.nextOffset() + Math.max(0, end - Math.max(position, claim.nextOffset()));
  }

  void release(Collection<TopicPartition> partitions) {
    partitions.forEach(held::remove);
    partitions.forEach(reached::remove);
  }

  /** What we hold of the stream whose people are counted. */
  List<Claim> ofProfileEvents() {
    return held.values().stream()
        .filter(claim -> claim.place().stream().equals(Place.PROFILE_EVENTS))
        .toList();
  }

  Map<TopicPartition, Claim> all() {
    return Map.copyOf(held);
  }

  /**
   * How far these records move each partition.
   *
   * @throws FencedException where a partition is not ours
   */
  Map<TopicPartition, Advance> advances(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<TopicPartition, Advance> advances = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      advances.put(partition, new Advance(claimOf(partition), record.offset() + 1));
    }
    return advances;
  }

  /** Remembers that the advances have happened. */
  void moved(Map<TopicPartition, Advance> advances) {
    advances.forEach(
        (partition, advance) ->
            held.computeIfPresent(partition, (_, claim) -> claim.at(advance.nextOffset())));
  }

  static List<Advance> steps(Map<TopicPartition, Advance> advances) {
    return new ArrayList<>(advances.values());
  }

  private Claim claimOf(TopicPartition partition) {
    Claim claim = held.get(partition);
    if (claim == null) {
      throw new FencedException(partition.toString());
    }
    return claim;
  }
}
