package dev.outreach.discovery.records;

import java.util.HashMap;
import java.util.Map;

/**
 * The figures of a job so far.
 *
 * @param found people found and passed on
 * @param duplicates results that named a person found before in this job
 * @param refused results that could not be used, by reason code
 * @param pages pages or chunks read
 */
public record JobTotals(long found, long duplicates, Map<String, Long> refused, long pages) {

  public JobTotals {
    refused = Map.copyOf(refused);
  }

  /** Nothing yet. */
  public static JobTotals none() {
    return new JobTotals(0, 0, Map.of(), 0);
  }

  /** These totals and those. */
  public JobTotals plus(JobTotals more) {
    Map<String, Long> sum = new HashMap<>(refused);
    more.refused.forEach((code, count) -> sum.merge(code, count, Long::sum));
    return new JobTotals(found + more.found, duplicates + more.duplicates, sum, pages + more.pages);
  }

  /** Refused, for whatever reason. */
  public long refusedInAll() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }
}
