package dev.outreach.discovery.records;

import java.util.List;

/**
 * What identifies a job and what was asked for.
 *
 * @param platform as requested, in whatever spelling
 * @param source topic, table, http or file
 */
public record JobHead(
    String jobId,
    String workspaceId,
    String platform,
    String source,
    Criteria criteria,
    String requestedBy,
    String correlationId) {

  /** Who should be found. */
  public record Criteria(
      List<String> categories, List<String> locations, List<String> keywords, int maxProfiles) {

    /** None: a file says itself who is in it. */
    public static Criteria none() {
      return new Criteria(List.of(), List.of(), List.of(), 0);
    }
  }

  /** Leaves out who asked. */
  @Override
  public String toString() {
    return "JobHead[" + jobId + "]";
  }
}
