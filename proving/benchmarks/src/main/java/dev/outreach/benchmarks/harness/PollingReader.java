package dev.outreach.benchmarks.harness;

import dev.outreach.readmodel.PipelineStatus;
import dev.outreach.readmodel.PipelineStatusQuery;
import dev.outreach.readmodel.ReadModelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Reads the status of a workspace again and again, and remembers how long each read took. */
public final class PollingReader implements AutoCloseable {

  private final PipelineStatusQuery query;
  private final String workspaceId;
  private final Duration pause;
  private final Consumer<PipelineStatus> looks;
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final AtomicReference<Reads> reads = new AtomicReference<>(new Reads());
  private final Thread thread;

  /**
   * A reader that reads from now on.
   *
   * @param pause between two reads
   * @param looks at everything that was read
   */
  public PollingReader(
      DataSource connections, String workspaceId, Duration pause, Consumer<PipelineStatus> looks) {
    this.query = new PipelineStatusQuery(connections);
    this.workspaceId = workspaceId;
    this.pause = pause;
    this.looks = looks;
    this.thread = Thread.ofPlatform().name("reader").start(this::read);
  }

  /** Reads of one stretch of time. */
  public static final class Reads {

    private final List<Double> millis = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    /** How many reads succeeded. */
    public synchronized long count() {
      return millis.size();
    }

    /** What went wrong. */
    public synchronized List<String> errors() {
      return List.copyOf(errors);
    }

    /** The time below which a share of the reads stayed, in milliseconds; 0 where none was made. */
    public synchronized double percentile(double share) {
      double[] sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
      Arrays.sort(sorted);
      return sorted.length == 0
          ? 0
          : sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))];
    }

    private synchronized void took(double time) {
      millis.add(time);
    }

    private synchronized void failed(String how) {
      errors.add(how);
    }
  }

  private void read() {
    while (!isOver.get()) {
      Reads into = reads.get();
      long begun = System.nanoTime();
      try {
        PipelineStatus status = query.of(workspaceId);
        into.took((System.nanoTime() - begun) / 1e6);
        looks.accept(status);
      } catch (ReadModelException failure) {
        into.failed(String.valueOf(failure.getMessage()));
      }
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  /** The reads since the last call, or since the beginning. */
  public Reads take() {
    return reads.getAndSet(new Reads());
  }

  @Override
  public void close() {
    isOver.set(true);
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
