package dev.outreach.discovery.file;

import java.util.Map;

/**
 * What a file holds.
 *
 * @param rows rows below the header
 * @param profiles different people, one for each platform
 * @param duplicates accounts that named a person found before in the file
 * @param withoutAccount rows in which no account column is filled
 * @param refused accounts and rows not taken over, by reason code
 * @param leftOut figures left out although the person was taken over, by reason code
 */
public record ImportCounts(
    long rows,
    long profiles,
    long duplicates,
    long withoutAccount,
    Map<String, Long> refused,
    Map<String, Long> leftOut) {

  public ImportCounts {
    refused = Map.copyOf(refused);
    leftOut = Map.copyOf(leftOut);
  }

  /** Refused, for whatever reason. */
  public long refusedInAll() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }
}
