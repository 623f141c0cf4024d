package dev.outreach.projector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Fills a generation from the beginning of the log. Workers take one partition after the other, in
 * long stretches: what happened to a person lies in one partition, so that most of it meets in one
 * stretch and only the last state becomes a row.
 */
final class Fillers {

  private static final int WORKERS = 2;

  /**
   * So many records of one transaction. A worker holds them in memory: with more of them the
   * garbage collector copies them to and fro.
   */
  private static final int STRETCH = 10_000;

  private final RebuildParts parts;
  private final Claims claims;
  private final int generation;
  private final AtomicLong unreadable = new AtomicLong();
  private final AtomicBoolean failed = new AtomicBoolean();

  Fillers(RebuildParts parts, Claims claims, int generation) {
    this.parts = parts;
    this.claims = claims;
    this.generation = generation;
  }

  /**
   * Fills up to where the log ends now.
   *
   * @return how many records were unreadable and left out, as they were the first time
   */
  long run() throws InterruptedException {
    Queue<TopicPartition> untaken = new ConcurrentLinkedQueue<>(claims.all().keySet());
    RebuildProgress progress = new RebuildProgress(parts.says(), eventsLeft());
    Together.run(Collections.nCopies(WORKERS, (Runnable) () -> fill(untaken, progress)));
    progress.done();
    return unreadable.get();
  }

  private void fill(Queue<TopicPartition> untaken, RebuildProgress progress) {
    try {
      for (TopicPartition next = untaken.poll();
          next != null && !failed.get();
          next = untaken.poll()) {
        fill(next, progress);
      }
    } catch (RuntimeException failure) {
      failed.set(true);
      throw failure;
    }
  }

  private void fill(TopicPartition partition, RebuildProgress progress) {
    try (EventLog log = parts.log(List.of(partition), "fill-" + partition.partition())) {
      log.seek(applied());
      Map<TopicPartition, Long> ends = log.ends();
      Filling filling = new Filling(parts, claims, generation, unreadable);
      while (!failed.get() && !log.hasReached(ends)) {
        List<ConsumerRecord<byte[], byte[]>> stretch = stretch(log, ends);
        if (!stretch.isEmpty()) {
          Narrowing.apply(stretch, filling);
          progress.applied(stretch.size());
        }
      }
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> stretch(
      EventLog log, Map<TopicPartition, Long> ends) {
    List<ConsumerRecord<byte[], byte[]>> stretch = new ArrayList<>(log.next());
    while (stretch.size() < STRETCH && !failed.get() && !log.hasReached(ends)) {
      stretch.addAll(log.next());
    }
    return stretch;
  }

  private long eventsLeft() {
    try (EventLog log = parts.log(claims.all().keySet(), "ends")) {
      log.seek(applied());
      Map<TopicPartition, Long> positions = log.positions();
      return log.ends().entrySet().stream()
          .mapToLong(end -> end.getValue() - positions.getOrDefault(end.getKey(), 0L))
          .sum();
    }
  }

  private Map<TopicPartition, Long> applied() {
    Map<TopicPartition, Long> applied = new HashMap<>();
    claims.all().forEach((partition, claim) -> applied.put(partition, claim.nextOffset()));
    return applied;
  }
}
