package dev.outreach.runtime.slowtask;

import dev.outreach.runtime.FencedException;
import dev.outreach.runtime.Health;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The loop, over one consumer and one producer: poll, take what ended, start what may start, hold
 * back or go on reading, commit. One thread runs all of it, the rebalance callbacks included; only
 * the calls run elsewhere. It ends by an exception where it cannot know any more what is committed:
 * the next session begins at the committed offsets.
 */
final class Session implements ConsumerRebalanceListener {

  private static final Duration BUSY_POLL = Duration.ofMillis(10);
  private static final Duration IDLE_POLL = Duration.ofMillis(100);
  private static final int MOST_ABORTS_IN_A_ROW = 10;

  private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
  private final ResultTransactions transactions;
  private final Calls calls;
  private final SlowTaskSettings settings;
  private final SlowTaskMeters meters;
  private final Consumer<Health> health;

  private final KeyChains chains = new KeyChains();
  private final Progress progress = new Progress();
  private final Pending pending;
  private long lastCommit = System.nanoTime();
  private int abortsInARow;

  Session(Clients clients, Calls calls, SlowTaskSettings settings, Observers observers) {
    this.consumer = clients.consumer();
    this.transactions = clients.transactions();
    this.calls = calls;
    this.settings = settings;
    this.meters = observers.meters();
    this.health = observers.health();
    this.pending = new Pending(settings.deadLetters());
  }

  record Clients(
      org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
      ResultTransactions transactions) {}

  record Observers(SlowTaskMeters meters, Consumer<Health> health) {}

  /** Runs until told to stop, then lets running calls finish for a while and commits them. */
  void run(BooleanSupplier open) {
    try {
      transactions.open();
      consumer.subscribe(settings.topics(), this);
      while (open.getAsBoolean()) {
        accept(consumer.poll(pollTime()));
        settle();
        startCalls();
        holdBack();
        commitWhenDue();
      }
      finish();
    } finally {
      chains.drop(consumer.assignment());
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata from = committed.get(partition);
      progress.take(partition, from);
      if (from != null) {
        consumer.seek(partition, from.offset());
      }
    }
    health.accept(new Health.Up());
  }

  /** Still ours until we return: what is done is committed, so that nobody repeats it. */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    settle();
    if (commit() instanceof CommitOutcome.Committed) {
      abortsInARow = 0;
    }
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    chains.drop(partitions);
    progress.drop(partitions);
    pending.drop(partitions);
  }

  private Duration pollTime() {
    return calls.running() == 0 && pending.isEmpty() ? IDLE_POLL : BUSY_POLL;
  }

  private void accept(ConsumerRecords<byte[], byte[]> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (progress.deliver(record)) {
        chains.add(new Work(record, settings.clock().instant()));
      }
    }
  }

  private void settle() {
    for (Calls.Ended ended : calls.takeEnded()) {
      Work work = ended.work();
      if (!work.isDropped()) {
        chains.end(work);
        progress.complete(work);
        pending.add(work, ended.outcome());
      }
    }
  }

  private void startCalls() {
    while (calls.running() < settings.maxInFlight()) {
      var next = chains.next();
      if (next.isEmpty()) {
        break;
      }
      calls.start(next.get());
    }
    meters.observe(calls.running(), chains.oldest().map(Work::accepted));
  }

  private void holdBack() {
    Set<TopicPartition> assigned = consumer.assignment();
    boolean full = chains.size() > settings.mostAccepted() - SlowTaskSettings.RECORDS_PER_POLL;
    Set<TopicPartition> held = full ? assigned : progress.tooWide();
    Set<TopicPartition> free = new HashSet<>(consumer.paused());
    free.removeAll(held);
    consumer.resume(free);
    consumer.pause(held);
  }

  private void commitWhenDue() {
    Duration since = Duration.ofNanos(System.nanoTime() - lastCommit);
    if (since.compareTo(settings.commitInterval().multipliedBy(1 + abortsInARow)) < 0) {
      return;
    }
    switch (commit()) {
      case CommitOutcome.Committed() -> {
        if (abortsInARow > 0) {
          health.accept(new Health.Up());
        }
        abortsInARow = 0;
      }
      case CommitOutcome.Aborted(RuntimeException cause) -> countAbort(cause);
      case CommitOutcome.Unknown(RuntimeException cause) -> throw cause;
      case CommitOutcome.Fenced() ->
          throw new FencedException("the producer of " + settings.name());
    }
  }

  /**
   * Right after a rebalance the group's generation may be stale once; more than that is not usual.
   */
  private void countAbort(RuntimeException cause) {
    meters.aborted();
    abortsInARow++;
    if (abortsInARow > MOST_ABORTS_IN_A_ROW) {
      throw cause;
    }
    if (abortsInARow > 2) {
      health.accept(new Health.Down("transactions fail: " + cause.getClass().getSimpleName()));
    }
  }

  private CommitOutcome commit() {
    lastCommit = System.nanoTime();
    Map<TopicPartition, OffsetAndMetadata> offsets = progress.uncommitted(consumer::position);
    if (offsets.isEmpty() && pending.isEmpty()) {
      return new CommitOutcome.Committed();
    }
    CommitOutcome outcome =
        transactions.commit(pending.records(), offsets, consumer.groupMetadata());
    if (outcome instanceof CommitOutcome.Committed) {
      progress.committed(offsets);
      meters.committed(pending.done(), pending.poison());
      pending.clear();
    }
    return outcome;
  }

  private void finish() {
    long until = System.nanoTime() + settings.finishWithin().toNanos();
    while (calls.running() > 0 && System.nanoTime() < until) {
      LockSupport.parkNanos(BUSY_POLL.toNanos());
      settle();
    }
    settle();
    commit();
    onPartitionsLost(consumer.assignment());
  }
}
