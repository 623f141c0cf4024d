package dev.outreach.runtime.slowtask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * A log with gaps and an owner of it that completes, commits and crashes at random; checks after
 * every commit that the tracker tells the truth.
 */
final class TrackedLog {

  private final RandomGenerator random;
  private final List<Long> log = new ArrayList<>();
  private final Set<Long> durable = new HashSet<>();
  private final List<Long> running = new ArrayList<>();
  private final Set<Long> uncommitted = new HashSet<>();
  private OffsetTracker tracker = OffsetTracker.fresh();
  private int read;
  private String committed = "";
  private long committedNext = -1;

  TrackedLog(RandomGenerator random) {
    this.random = random;
    long offset = random.nextInt(1000);
    for (int record = 0; record < 100; record++) {
      log.add(offset);
      offset += random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1;
    }
  }

  void step() {
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6 -> deliver();
      case 7, 8, 9, 10, 11, 12, 13, 14 -> complete();
      case 15, 16, 17, 18 -> commit();
      case 19 -> crash();
      default -> throw new IllegalStateException();
    }
  }

  void finish() {
    while (durable.size() < log.size()) {
      deliver();
      complete();
      commit();
    }
    assertThat(tracker.position()).contains(Position.at(log.getLast() + 1));
  }

  private void deliver() {
    if (read < log.size()) {
      long offset = log.get(read++);
      boolean wanted = tracker.deliver(offset);
      assertThat(wanted).as("offset %d wanted", offset).isEqualTo(!durable.contains(offset));
      if (wanted) {
        running.add(offset);
      }
    }
  }

  private void complete() {
    if (!running.isEmpty()) {
      long offset = running.remove(random.nextInt(running.size()));
      tracker.complete(offset);
      uncommitted.add(offset);
    }
  }

  /** The results and the position become durable together. */
  private void commit() {
    if (tracker.position().isEmpty()) {
      return;
    }
    Position position = tracker.position().get();
    uncommitted.forEach(offset -> assertThat(durable).doesNotContain(offset));
    durable.addAll(uncommitted);
    uncommitted.clear();
    assertThat(position.next()).isGreaterThanOrEqualTo(committedNext);
    Set<Long> said = new TreeSet<>(log);
    said.removeIf(offset -> !position.isDone(offset));
    assertThat(said).isEqualTo(new TreeSet<>(durable));
    var toCommit = PositionFormat.toCommit(position);
    assertThat(PositionFormat.ofCommitted(toCommit)).isEqualTo(position);
    committedNext = toCommit.offset();
    committed = toCommit.metadata();
  }

  private void crash() {
    running.clear();
    uncommitted.clear();
    if (committedNext < 0) {
      tracker = OffsetTracker.fresh();
      read = 0;
      return;
    }
    var from = new org.apache.kafka.clients.consumer.OffsetAndMetadata(committedNext, committed);
    tracker = OffsetTracker.resumedAt(PositionFormat.ofCommitted(from));
    read = (int) log.stream().filter(offset -> offset < committedNext).count();
  }
}
