package dev.outreach.runtime.slowtask;

import dev.outreach.runtime.DeadLetters;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;

/**
 * Runs each call in a virtual thread of its own and hands the ends back to the loop's thread, which
 * alone calls the methods of this class.
 */
final class Calls {

  private final SlowTask task;
  private final ThreadFactory threads;
  private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
  private int running;

  record Ended(Work work, SlowTask.Outcome outcome) {}

  Calls(String name, SlowTask task) {
    this.task = task;
    this.threads = Thread.ofVirtual().name(name + "-call-", 0).factory();
  }

  void start(Work work) {
    running++;
    Thread caller = threads.newThread(() -> ended.add(new Ended(work, outcomeOf(work))));
    work.callIn(caller);
    caller.start();
  }

  /** The calls that ended since the last time. */
  List<Ended> takeEnded() {
    List<Ended> taken = new ArrayList<>();
    for (Ended next = ended.poll(); next != null; next = ended.poll()) {
      running--;
      taken.add(next);
    }
    return taken;
  }

  /** Calls started and not taken back yet, those of dropped work included. */
  int running() {
    return running;
  }

  private SlowTask.Outcome outcomeOf(Work work) {
    try {
      return task.work(work.record());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return failed(interrupted);
    } catch (Exception | LinkageError | StackOverflowError | AssertionError failure) {
      return failed(failure);
    } catch (Error fatal) {
      ended.add(new Ended(work, failed(fatal)));
      throw fatal;
    }
  }

  private static SlowTask.Outcome failed(Throwable failure) {
    return new SlowTask.Outcome.Poison(DeadLetters.Reason.PROCESSING_FAILED, failure);
  }
}
