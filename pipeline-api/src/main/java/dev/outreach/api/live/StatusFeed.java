package dev.outreach.api.live;

import dev.outreach.readmodel.ReadModelChange;
import dev.outreach.readmodel.ReadModelChanges;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows the read model and hands its status to every listener: at once when it joins, then after
 * each change, at most five times a second, and at least every fifteen seconds. Any number of
 * listeners of a workspace cost one query per change. Thread-safe.
 */
public final class StatusFeed implements ReadModelChanges.Listener, AutoCloseable {

  private static final Duration SETTLE = Duration.ofMillis(200);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Function<String, String> statusOf;
  private final Changes changes = new Changes();
  private final Map<String, Read> latest = new ConcurrentHashMap<>();

  /**
   * A feed.
   *
   * @param statusOf reads the status of a workspace, as it is to be sent
   */
  public StatusFeed(Function<String, String> statusOf) {
    this.statusOf = statusOf;
  }

  /** A status and the change it was read after. */
  private record Read(long change, long readAt, String status) {

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - readAt);
    }
  }

  /** Takes each status. */
  public interface Listener {

    /**
     * Takes one.
     *
     * @throws IOException where nobody listens any more
     */
    void status(String status) throws IOException;
  }

  /** Blocks and hands over statuses until the listener is gone, or the feed or the thread ends. */
  public void follow(String workspace, Listener listener) throws IOException {
    try {
      while (changes.isOpen()) {
        long seen = changes.count();
        listener.status(read(workspace, seen));
        changes.awaitAfter(seen, HEARTBEAT);
        changes.settle(SETTLE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void changed(ReadModelChange change) {
    changes.happened();
  }

  @Override
  public void missed() {
    changes.happened();
  }

  @Override
  public void close() {
    changes.close();
  }

  private String read(String workspace, long change) {
    Read read = latest.get(workspace);
    if (read == null || read.change() < change || read.age().compareTo(SETTLE) > 0) {
      read = latest.compute(workspace, (_, known) -> newer(workspace, change, known));
    }
    return read.status();
  }

  /** Whoever comes first reads for all who wait at the same moment. */
  private Read newer(String workspace, long change, @Nullable Read known) {
    boolean stillGood =
        known != null && known.change() >= change && known.age().compareTo(SETTLE) <= 0;
    return known != null && stillGood
        ? known
        : new Read(change, System.nanoTime(), statusOf.apply(workspace));
  }
}
