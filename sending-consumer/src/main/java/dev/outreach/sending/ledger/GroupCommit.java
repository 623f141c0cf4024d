package dev.outreach.sending.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Lets many workers share one transaction, and so one flush to disk: whatever is waiting when the
 * last transaction ends goes into the next one. While many are at work, the next one waits a moment
 * for more: it costs little more for many than for one. Thread-safe.
 */
final class GroupCommit implements AutoCloseable {

  private static final int LARGEST_GROUP = 256;
  private static final int MANY = 3;
  private static final Duration MOMENT = Duration.ofMillis(10);

  private final Function<List<Change>, Set<Change>> transaction;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Thread writer;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** A group commit that is running, on a thread of that name. */
  GroupCommit(String name, Function<List<Change>, Set<Change>> transaction) {
    this.transaction = transaction;
    this.writer = Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  /**
   * Makes a change durable.
   *
   * @return whether its guard held
   * @throws LedgerException where the database failed; the change may or may not be durable
   */
  boolean write(Change change) throws InterruptedException {
    Waiting waiting = new Waiting(change, new CompletableFuture<>());
    queue.put(waiting);
    if (closed.get()) {
      failWaiting();
    }
    try {
      return waiting.done().get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("the ledger writer failed", failure);
    }
  }

  private void run() {
    List<Waiting> group = new ArrayList<>();
    int before = 0;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        group.add(queue.take());
        if (before >= MANY) {
          LockSupport.parkNanos(MOMENT.toNanos());
        }
        queue.drainTo(group, LARGEST_GROUP - 1);
        commit(group);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      before = group.size();
      group.clear();
    }
  }

  private void commit(List<Waiting> group) {
    try {
      Set<Change> made = transaction.apply(group.stream().map(Waiting::change).toList());
      group.forEach(waiting -> waiting.done().complete(made.contains(waiting.change())));
    } catch (RuntimeException failure) {
      if (group.size() == 1 || LedgerException.isOutage(failure)) {
        group.forEach(waiting -> waiting.done().completeExceptionally(failure));
      } else {
        group.forEach(waiting -> commit(List.of(waiting)));
      }
    }
  }

  /** Stops; a change that is still waiting fails. */
  @Override
  public void close() {
    closed.set(true);
    writer.interrupt();
    failWaiting();
  }

  private void failWaiting() {
    List<Waiting> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(
        waiting -> waiting.done().completeExceptionally(new IllegalStateException("closed")));
  }

  private record Waiting(Change change, CompletableFuture<Boolean> done) {}
}
