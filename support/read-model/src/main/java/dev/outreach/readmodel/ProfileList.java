package dev.outreach.readmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** People, newest first, a page at a time. Thread-safe. */
public final class ProfileList {

  private final DataSource dataSource;

  public ProfileList(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * One page.
   *
   * @param after where the page before ended; null for the first
   * @param limit 1 to 1000 rows
   * @throws ReadModelException where the tables are missing or PostgreSQL does not answer
   */
  public Page<ProfileRow> page(ProfileFilter filter, @Nullable Cursor after, int limit) {
    Words.checkLimit(limit);
    Conditions conditions = conditions(filter, after);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(chosen(filter.discoveryStatuses(), Words.DISCOVERY_STATUSES));
    values.add(outreachStatuses(filter));
    values.addAll(conditions.values());
    values.add(limit + 1);
    values.add(limit + 1);
    return Page.of(
        Reading.rows(dataSource, sql(conditions), values, ProfileRow::of),
        limit,
        row -> new Cursor(row.discoveredAt(), row.profileId()));
  }

  /** One person, where the workspace knows them. */
  public Optional<ProfileRow> find(String workspaceId, UUID profileId) {
    return Reading.rows(
            dataSource,
            "SELECT * FROM social_profiles WHERE workspace_id = ? AND profile_id = ?",
            List.of(workspaceId, profileId),
            ProfileRow::of)
        .stream()
        .findFirst();
  }

  /**
   * One index range per pair of statuses, merged: a page costs the same however many people there
   * are, also where several statuses are asked for.
   */
  private static String sql(Conditions conditions) {
    return """
    SELECT p.*
    FROM unnest(?::social_discovery_status[]) AS discovery (wanted)
    CROSS JOIN unnest(?::social_outreach_status[]) AS outreach (wanted)
    CROSS JOIN LATERAL (
      SELECT *
      FROM social_profiles
      WHERE discovery_status = discovery.wanted AND outreach_status = outreach.wanted
      AND %s
      ORDER BY discovered_at DESC, profile_id DESC
      LIMIT ?
    ) p
    ORDER BY p.discovered_at DESC, p.profile_id DESC
    LIMIT ?
    """
        .formatted(conditions.sql());
  }

  private static Conditions conditions(ProfileFilter filter, @Nullable Cursor after) {
    Conditions conditions =
        new Conditions()
            .and("workspace_id = ?", filter.workspaceId())
            .andIfGiven("platform = ?::social_platform", filter.platform())
            .andWhere(filter.followupReadyOnly(), "followup_ready");
    return after == null
        ? conditions
        : conditions.and("(discovered_at, profile_id) < (?, ?)", after.at(), after.id());
  }

  private static String[] outreachStatuses(ProfileFilter filter) {
    return filter.followupReadyOnly() && filter.outreachStatuses().isEmpty()
        ? new String[] {"sent"}
        : chosen(filter.outreachStatuses(), Words.OUTREACH_STATUSES);
  }

  private static String[] chosen(Set<String> chosen, Set<String> all) {
    return (chosen.isEmpty() ? all : chosen).toArray(String[]::new);
  }
}
