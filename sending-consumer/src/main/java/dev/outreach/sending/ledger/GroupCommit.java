package dev.outreach.sending.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Lets many workers share one transaction, and so one flush to disk: whatever is waiting when the
 * last transaction ends goes into the next one. Thread-safe.
 */
final class GroupCommit implements AutoCloseable {

  private static final int LARGEST_GROUP = 256;

  private final Function<List<Change>, Set<Change>> transaction;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final List<Thread> writers;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * A group commit that is running.
   *
   * @param writers number of transactions at a time
   */
  GroupCommit(Function<List<Change>, Set<Change>> transaction, int writers) {
    this.transaction = transaction;
    this.writers = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      this.writers.add(Thread.ofPlatform().daemon().name("ledger-writer-" + i).start(this::run));
    }
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
    while (!Thread.currentThread().isInterrupted()) {
      try {
        group.add(queue.take());
        queue.drainTo(group, LARGEST_GROUP - 1);
        commit(group);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
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
    writers.forEach(Thread::interrupt);
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
