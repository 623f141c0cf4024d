package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.harness.MortalDatabase;
import dev.outreach.benchmarks.harness.Servers;
import dev.outreach.runtime.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Waits until senders have nothing left to do. */
@FunctionalInterface
public interface Settling {

  /** Longer than a lease, a settling time and the longest pause between tries together. */
  Duration PATIENCE = Duration.ofMinutes(4);

  /** Whether nothing is left to do. */
  boolean isSettled() throws InterruptedException;

  /**
   * Waits.
   *
   * @throws IllegalStateException where it is not settled in time
   */
  default void await() throws InterruptedException {
    if (!settlesInTime()) {
      throw new IllegalStateException("something is still open after " + PATIENCE);
    }
  }

  /** Waits; false where it is not settled in time. */
  default boolean settlesInTime() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isSettled()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    return true;
  }

  /** Settled where this or the other is. */
  default Settling or(Settling other) {
    return () -> isSettled() || other.isSettled();
  }

  /** For senders of a role, once so many messages were ordered in all. */
  static Settling of(Role role, MortalDatabase database, KafkaSettings kafka, int messages) {
    LedgerView ledger = new LedgerView(database);
    return switch (role) {
      case LEDGER ->
          () ->
              ledger.settled().orElse(0) == messages
                  && ledger.untold().orElse(Integer.MAX_VALUE) == 0;
      case COMMIT_AFTER -> () -> hasNoLag(kafka);
    };
  }

  private static boolean hasNoLag(KafkaSettings kafka) throws InterruptedException {
    try (Admin admin = Admin.create(kafka.admin())) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets(CommitAfterSender.GROUP)
              .partitionsToOffsetAndMetadata()
              .get();
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      for (int partition = 0; partition < Servers.TOPICS.sendTasks().partitions(); partition++) {
        latest.put(
            new TopicPartition(Servers.TOPICS.sendTasks().name(), partition), OffsetSpec.latest());
      }
      Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(latest).all().get();
      return ends.entrySet().stream()
          .filter(end -> end.getValue().offset() > 0)
          .allMatch(end -> reached(committed.get(end.getKey()), end.getValue().offset()));
    } catch (ExecutionException failure) {
      throw new KafkaException("the lag cannot be read", failure.getCause());
    }
  }

  private static boolean reached(@Nullable OffsetAndMetadata committed, long end) {
    return committed != null && committed.offset() >= end;
  }
}
