package dev.outreach.benchmarks.harness;

import dev.outreach.readmodel.PipelineStatus;
import dev.outreach.readmodel.PipelineStatusQuery;
import dev.outreach.readmodel.ReadModelException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Reads again and again, and remembers how long each read took. */
public final class PollingReader implements AutoCloseable {

  private final Duration pause;
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final AtomicReference<Reads> reads = new AtomicReference<>(new Reads());
  private final Thread thread;

  /**
   * A reader of a workspace's status that reads from now on.
   *
   * @param pause between two reads
   * @param looks at everything that was read
   */
  public PollingReader(
      DataSource connections, String workspaceId, Duration pause, Consumer<PipelineStatus> looks) {
    this(() -> new PipelineStatusQuery(connections).of(workspaceId), pause, looks);
  }

  private <T> PollingReader(Supplier<T> query, Duration pause, Consumer<T> looks) {
    this.pause = pause;
    this.thread = Thread.ofPlatform().name("reader").start(() -> read(query, looks));
  }

  /**
   * A reader of nothing at all ({@code SELECT 1}): what it waits for, every reader waits for.
   *
   * @param pause between two reads
   */
  public static PollingReader ofNothing(DataSource connections, Duration pause) {
    return new PollingReader(() -> nothing(connections), pause, _ -> {});
  }

  private static boolean nothing(DataSource connections) {
    try (Connection connection = connections.getConnection();
        PreparedStatement statement = connection.prepareStatement("SELECT 1");
        ResultSet row = statement.executeQuery()) {
      return row.next();
    } catch (SQLException failure) {
      throw new IllegalStateException("PostgreSQL does not answer", failure);
    }
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

  private <T> void read(Supplier<T> query, Consumer<T> looks) {
    while (!isOver.get()) {
      Reads into = reads.get();
      long begun = System.nanoTime();
      try {
        T answer = query.get();
        into.took((System.nanoTime() - begun) / 1e6);
        looks.accept(answer);
      } catch (ReadModelException | IllegalStateException failure) {
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
