package dev.outreach.readmodel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which people to list. An empty set means no restriction.
 *
 * @param workspaceId whose people
 * @param platform only of this platform; null for all
 * @param discoveryStatuses words of {@code social_discovery_status}
 * @param outreachStatuses words of {@code social_outreach_status}
 * @param followupReadyOnly only people due for a follow-up
 */
public record ProfileFilter(
    String workspaceId,
    @Nullable String platform,
    Set<String> discoveryStatuses,
    Set<String> outreachStatuses,
    boolean followupReadyOnly) {

  public ProfileFilter {
    discoveryStatuses = Set.copyOf(discoveryStatuses);
    outreachStatuses = Set.copyOf(outreachStatuses);
    Words.check("platform", platform, Words.PLATFORMS);
    Words.check("discovery_status", discoveryStatuses, Words.DISCOVERY_STATUSES);
    Words.check("outreach_status", outreachStatuses, Words.OUTREACH_STATUSES);
  }

  /** Everybody in a workspace. */
  public static ProfileFilter everybody(String workspaceId) {
    return new ProfileFilter(workspaceId, null, Set.of(), Set.of(), false);
  }
}
