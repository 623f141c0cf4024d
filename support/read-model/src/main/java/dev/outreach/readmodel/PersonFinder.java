package dev.outreach.readmodel;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Finds the person of a conversation by what a platform names. Where two people would fit there is
 * none: an operator has to say who it is. Thread-safe.
 */
public final class PersonFinder {

  private static final String BY_ID =
      """
      SELECT profile_id FROM social_profiles
      WHERE workspace_id = ? AND platform = ?::social_platform AND profile_id = ?
      """;
  private static final String BY_MESSAGES =
      """
      SELECT DISTINCT profile_id FROM social_messages
      WHERE workspace_id = ? AND platform = ?::social_platform AND platform_message_id = ANY (?)
      """;
  private static final String BY_THREAD =
      """
      SELECT DISTINCT profile_id FROM social_messages
      WHERE workspace_id = ? AND platform = ?::social_platform AND thread_id = ?
      """;
  private static final String BY_ADDRESS =
      """
      SELECT profile_id FROM social_messages
      WHERE workspace_id = ? AND platform = ?::social_platform AND recipient = ?
      UNION
      SELECT profile_id FROM social_profiles
      WHERE workspace_id = ? AND platform = ?::social_platform AND external_id = ?
      """;

  private static final String SAME_ID =
      """
      SELECT k.profile_id FROM social_profiles AS p
      JOIN social_profiles AS k ON k.workspace_id = p.workspace_id
        AND k.platform = p.platform AND k.external_id = p.external_id
      WHERE p.workspace_id = ? AND p.profile_id = ? AND k.profile_id <> p.profile_id
      """;
  private static final String SAME_WEBSITE =
      """
      SELECT k.profile_id FROM social_profiles AS p
      JOIN social_profiles AS k ON k.workspace_id = p.workspace_id AND k.website = p.website
      WHERE p.workspace_id = ? AND p.profile_id = ? AND k.profile_id <> p.profile_id LIMIT ?
      """;

  /** A website that more profiles name is a company's, not a person's. */
  private static final int MOST_OF_ONE_PERSON = 5;

  private final DataSource dataSource;

  /** Over the database of the read model. */
  public PersonFinder(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Where to look.
   *
   * @param platform in lower case
   */
  public record Place(String workspaceId, String platform) {}

  /** The person, where known. */
  public Optional<UUID> byId(Place place, UUID profileId) {
    return only(BY_ID, List.of(place.workspaceId(), place.platform(), profileId));
  }

  /** Whom a message of ours with one of these ids of the platform went to. */
  public Optional<UUID> byMessages(Place place, List<String> platformMessageIds) {
    return only(
        BY_MESSAGES,
        List.of(place.workspaceId(), place.platform(), platformMessageIds.toArray(String[]::new)));
  }

  /** With whom we had this conversation. */
  public Optional<UUID> byThread(Place place, String threadId) {
    return only(BY_THREAD, List.of(place.workspaceId(), place.platform(), threadId));
  }

  /** To whom we wrote at this address, or whom the platform knows under this id. */
  public Optional<UUID> byAddress(Place place, String address) {
    String workspace = place.workspaceId();
    String platform = place.platform();
    return only(BY_ADDRESS, List.of(workspace, platform, address, workspace, platform, address));
  }

  /**
   * The other profiles of the same person, as far as can be told: the platform's own id under
   * another handle, or the same website on any platform.
   */
  public Set<UUID> otherProfiles(String workspaceId, UUID profileId) {
    Set<UUID> others = new HashSet<>(ids(SAME_ID, List.of(workspaceId, profileId)));
    List<UUID> sameWebsite =
        ids(SAME_WEBSITE, List.of(workspaceId, profileId, MOST_OF_ONE_PERSON + 1));
    if (sameWebsite.size() <= MOST_OF_ONE_PERSON) {
      others.addAll(sameWebsite);
    }
    return others;
  }

  private List<UUID> ids(String sql, List<Object> values) {
    return Reading.rows(dataSource, sql, List.copyOf(values), row -> row.id("profile_id"));
  }

  private Optional<UUID> only(String sql, List<Object> values) {
    List<UUID> found = ids(sql, values);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
