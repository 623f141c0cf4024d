package dev.outreach.sandbox.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The latest requests and a count of all of them since the start. Held in memory only: what a
 * platform accepted is in the {@link Ledger}. Thread-safe.
 */
public final class RequestLog {

  private final Deque<Seen> latest = new ArrayDeque<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private final int capacity;

  public RequestLog(int capacity) {
    this.capacity = capacity;
  }

  /** Notes a request that was answered, or cut. */
  public synchronized void add(Seen seen) {
    counts.merge(
        "%s.%s.%s".formatted(seen.platform(), seen.operation(), seen.outcome()), 1L, Long::sum);
    latest.addLast(seen);
    if (latest.size() > capacity) {
      latest.removeFirst();
    }
  }

  public synchronized List<Seen> latest() {
    return List.copyOf(latest);
  }

  /**
   * How many requests had each platform, operation and outcome: {@code instagram.send_message.200}.
   */
  public synchronized Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  /**
   * A request. It carries no query and no body, so that no secret ends up here.
   *
   * @param at epoch milliseconds
   * @param outcome HTTP status, or {@code cut} where the connection was closed without an answer
   * @param fault kind of the fault that was ordered for it, or {@code none}
   */
  public record Seen(long at, String platform, String operation, String outcome, String fault) {}
}
