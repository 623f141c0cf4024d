package dev.outreach.discovery.file;

import java.util.HashMap;
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

  /** What came in since an earlier moment. */
  ImportCounts since(ImportCounts before) {
    return new ImportCounts(
        rows - before.rows,
        profiles - before.profiles,
        duplicates - before.duplicates,
        withoutAccount - before.withoutAccount,
        difference(refused, before.refused),
        difference(leftOut, before.leftOut));
  }

  private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> before) {
    Map<String, Long> more = new HashMap<>();
    now.forEach(
        (code, count) -> {
          long added = count - before.getOrDefault(code, 0L);
          if (added > 0) {
            more.put(code, added);
          }
        });
    return more;
  }

  /** Refused, for whatever reason. */
  public long refusedInAll() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }
}
