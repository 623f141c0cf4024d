package dev.outreach.projector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Fills a generation from the beginning of the log, each worker its share of the partitions. */
final class Fillers {

  private static final int WORKERS = 2;

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
    List<List<TopicPartition>> shares = shares();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(
            shares.size(), Thread.ofPlatform().name("rebuild-", 1).daemon().factory())) {
      RebuildProgress progress = new RebuildProgress(parts.says(), eventsLeft());
      List<Future<?>> runs = new ArrayList<>();
      shares.forEach(share -> runs.add(workers.submit(() -> fill(share, progress))));
      for (Future<?> run : runs) {
        run.get();
      }
      progress.done();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure.getCause());
    }
    return unreadable.get();
  }

  private void fill(List<TopicPartition> share, RebuildProgress progress) {
    try (EventLog log = parts.log(share, "fill-" + share.getFirst().partition())) {
      log.seek(applied());
      Map<TopicPartition, Long> ends = log.ends();
      Filling filling = new Filling(parts, claims, generation, unreadable);
      while (!failed.get() && !log.hasReached(ends)) {
        List<ConsumerRecord<byte[], byte[]>> records = log.next();
        if (!records.isEmpty()) {
          Narrowing.apply(records, filling);
          progress.applied(records.size());
        }
      }
    } catch (RuntimeException failure) {
      failed.set(true);
      throw failure;
    }
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

  private List<List<TopicPartition>> shares() {
    List<TopicPartition> all = List.copyOf(claims.all().keySet());
    List<List<TopicPartition>> shares = new ArrayList<>();
    for (int worker = 0; worker < Math.min(WORKERS, all.size()); worker++) {
      List<TopicPartition> share = new ArrayList<>();
      for (int i = worker; i < all.size(); i += WORKERS) {
        share.add(all.get(i));
      }
      shares.add(share);
    }
    return shares;
  }
}
