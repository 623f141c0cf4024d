package dev.outreach.benchmarks.fullpath;

import dev.outreach.benchmarks.harness.Store;
import dev.outreach.schemas.topics.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What profile-processor has handled for good of the records published so far. */
final class Handled implements AutoCloseable {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Admin admin;
  private final String group;
  private final List<Topic> inputs;

  Handled(Store store, String group) {
    this.admin = Admin.create(store.kafka().admin());
    this.group = group;
    this.inputs =
        List.of(
            store.topics().discoveredProfiles(),
            store.topics().profileCommands(),
            store.topics().draftResults());
  }

  /** Where the inputs end now. */
  Map<TopicPartition, Long> ends() throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (Topic input : inputs) {
      for (int partition = 0; partition < input.partitions(); partition++) {
        latest.put(new TopicPartition(input.name(), partition), OffsetSpec.latest());
      }
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin.listOffsets(latest).all().get().forEach((at, end) -> ends.put(at, end.offset()));
    return ends;
  }

  /**
   * Waits until everything before these offsets is handled.
   *
   * @throws IllegalStateException where that takes more than two minutes
   */
  void await(Map<TopicPartition, Long> ends) throws InterruptedException, ExecutionException {
    long patience = System.nanoTime() + PATIENCE.toNanos();
    while (!isPast(ends)) {
      if (System.nanoTime() > patience) {
        throw new IllegalStateException(group + " does not come to " + ends);
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private boolean isPast(Map<TopicPartition, Long> ends)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    return ends.entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata place = committed.get(end.getKey());
              return end.getValue() == 0 || (place != null && place.offset() >= end.getValue());
            });
  }

  @Override
  public void close() {
    admin.close();
  }
}
