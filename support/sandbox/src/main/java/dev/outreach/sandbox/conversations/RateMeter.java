package dev.outreach.sandbox.conversations;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Counts per key and clock second. Thread-safe. */
public final class RateMeter {

  private final Map<String, Count> counts = new HashMap<>();
  private final Clock clock;
  private final int perSecond;

  public RateMeter(Clock clock, int perSecond) {
    this.clock = clock;
    this.perSecond = perSecond;
  }

  /** The clock whose seconds count. */
  public Clock clock() {
    return clock;
  }

  /** Counts one; false where this second's allowance is used up. */
  public synchronized boolean count(String key) {
    long second = clock.instant().getEpochSecond();
    Count count = counts.get(key);
    int used = count != null && count.second == second ? count.used : 0;
    if (used >= perSecond) {
      return false;
    }
    counts.put(key, new Count(second, used + 1));
    return true;
  }

  private record Count(long second, int used) {}
}
