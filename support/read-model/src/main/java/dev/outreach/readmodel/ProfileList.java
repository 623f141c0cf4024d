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

  /**
   * One index range per status, merged: a page costs the same however many people there are, also
   * where several statuses are asked for.
   */
  private static final String SQL =
      """
      SELECT p.*
      FROM unnest(?::%1$s[]) AS wanted (status)
      CROSS JOIN LATERAL (
        SELECT *
        FROM social_profiles
        WHERE %2$s = wanted.status
        AND %3$s
        ORDER BY discovered_at DESC, profile_id DESC
        LIMIT ?
      ) p
      ORDER BY p.discovered_at DESC, p.profile_id DESC
      LIMIT ?
      """;

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
    boolean byOutreach = filter.followupReadyOnly() || !filter.outreachStatuses().isEmpty();
    Conditions conditions = conditions(filter, after);
    String sql =
        byOutreach
            ? SQL.formatted("social_outreach_status", "outreach_status", conditions.sql())
            : SQL.formatted("social_discovery_status", "discovery_status", conditions.sql());
    List<@Nullable Object> values = new ArrayList<>();
    values.add(byOutreach ? outreachStatuses(filter) : discoveryStatuses(filter));
    values.addAll(conditions.values());
    values.add(limit + 1);
    values.add(limit + 1);
    return Page.of(
        Reading.rows(dataSource, sql, values, ProfileRow::of),
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

  private static Conditions conditions(ProfileFilter filter, @Nullable Cursor after) {
    Conditions conditions =
        new Conditions()
            .and("workspace_id = ?", filter.workspaceId())
            .andIfGiven("platform = ?::social_platform", filter.platform())
            .andIfChosen(
                "discovery_status = ANY (?::social_discovery_status[])", filter.discoveryStatuses())
            .andWhere(filter.followupReadyOnly(), "followup_ready");
    return after == null
        ? conditions
        : conditions.and("(discovered_at, profile_id) < (?, ?)", after.at(), after.id());
  }

  private static String[] outreachStatuses(ProfileFilter filter) {
    Set<String> chosen =
        filter.outreachStatuses().isEmpty() ? Set.of("sent") : filter.outreachStatuses();
    return chosen.toArray(String[]::new);
  }

  private static String[] discoveryStatuses(ProfileFilter filter) {
    Set<String> chosen =
        filter.discoveryStatuses().isEmpty()
            ? Words.DISCOVERY_STATUSES
            : filter.discoveryStatuses();
    return chosen.toArray(String[]::new);
  }
}
