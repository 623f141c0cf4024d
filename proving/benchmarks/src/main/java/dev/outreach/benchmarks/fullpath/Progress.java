package dev.outreach.benchmarks.fullpath;

import dev.outreach.benchmarks.harness.Store;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How fast a consumer group goes through the log of profile events. */
final class Progress {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** The first part warms up and does not count. */
  private static final double WARM_UP = 0.2;

  private final Admin admin;
  private final Store store;
  private final String group;

  Progress(Admin admin, Store store, String group) {
    this.admin = admin;
    this.store = store;
    this.group = group;
  }

  /**
   * Records a second, from a fifth of the way to its end; at most so many records. Where there were
   * so few that it went all the way at once, from its beginning.
   */
  double rate(int most) throws InterruptedException, ExecutionException {
    long goal = Math.min(most, end());
    long patience = System.nanoTime() + PATIENCE.toNanos();
    long begun = System.nanoTime();
    long warmPlace = await((long) (goal * WARM_UP), patience);
    boolean isAllOfIt = warmPlace >= goal;
    long from = isAllOfIt ? begun : System.nanoTime();
    long place = await(goal, patience);
    return (isAllOfIt ? place : place - warmPlace) * 1e9 / (System.nanoTime() - from);
  }

  private long await(long goal, long patience) throws InterruptedException, ExecutionException {
    long place = place();
    while (place < goal) {
      if (System.nanoTime() > patience) {
        throw new IllegalStateException(group + " came to " + place + " of " + goal);
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      place = place();
    }
    return place;
  }

  private long place() throws InterruptedException, ExecutionException {
    return admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .entrySet()
        .stream()
        .filter(known -> known.getKey().topic().equals(store.topics().profileEvents().name()))
        .mapToLong(known -> known.getValue().offset())
        .sum();
  }

  /** Without the commit markers at the very end, which no consumer commits. */
  private long end() throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    int partitions = store.topics().profileEvents().partitions();
    for (int partition = 0; partition < partitions; partition++) {
      latest.put(
          new TopicPartition(store.topics().profileEvents().name(), partition),
          OffsetSpec.latest());
    }
    return admin.listOffsets(latest).all().get().values().stream()
            .mapToLong(found -> found.offset())
            .sum()
        - partitions;
  }
}
