package dev.outreach.readmodel;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list. An empty set and null mean no restriction.
 *
 * @param workspaceId whose jobs
 * @param platform only of this platform, as the job spells it in lower case
 * @param statuses running, waiting, paused, completed, failed or cancelled
 * @param source topic, table, http or file
 * @param since only jobs that began then or later
 */
public record JobFilter(
    String workspaceId,
    @Nullable String platform,
    Set<String> statuses,
    @Nullable String source,
    @Nullable Instant since) {

  public JobFilter {
    statuses = Set.copyOf(statuses);
    Words.check("status", statuses, Words.JOB_STATUSES);
    Words.check("source", source, Words.JOB_SOURCES);
  }

  /** Every job of a workspace. */
  public static JobFilter all(String workspaceId) {
    return new JobFilter(workspaceId, null, Set.of(), null, null);
  }
}
