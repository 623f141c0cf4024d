package dev.outreach.platforms;

import java.util.List;

/** One result per handle asked for, in the same order. */
public record EnrichedBatch(List<Enrichment> results, QuotaUsage usage) {

  public EnrichedBatch {
    results = List.copyOf(results);
  }
}
