package dev.outreach.sandbox.conversations;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Counts per key and UTC day. Thread-safe. */
public final class DayMeter {

  private final Map<String, Integer> counts = new HashMap<>();
  private final Clock clock;
  private LocalDate day = LocalDate.EPOCH;

  public DayMeter(Clock clock) {
    this.clock = clock;
  }

  /** Counts one; false where that is more than the day's allowance. */
  public synchronized boolean count(String key, int allowance) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(day)) {
      counts.clear();
      day = today;
    }
    return counts.merge(key, 1, Integer::sum) <= allowance;
  }
}
