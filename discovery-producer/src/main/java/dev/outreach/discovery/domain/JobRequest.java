package dev.outreach.discovery.domain;

import java.util.List;

/**
 * A request to find people, as it was asked, which may make no sense: {@link RequestRules} say.
 *
 * @param handles handles or profile addresses to look up
 * @param maxProfiles stop after so many people
 */
public record JobRequest(
    String jobId,
    String workspaceId,
    String platform,
    List<String> categories,
    List<String> locations,
    List<String> keywords,
    List<String> handles,
    int maxProfiles) {

  public JobRequest {
    categories = List.copyOf(categories);
    locations = List.copyOf(locations);
    keywords = List.copyOf(keywords);
    handles = List.copyOf(handles);
  }

  /** Whether it asks for a search, besides or instead of a lookup of handles. */
  public boolean searches() {
    return !categories.isEmpty() || !locations.isEmpty() || !keywords.isEmpty();
  }

  /** Leaves out who is looked for. */
  @Override
  public String toString() {
    return "JobRequest[" + jobId + "]";
  }
}
