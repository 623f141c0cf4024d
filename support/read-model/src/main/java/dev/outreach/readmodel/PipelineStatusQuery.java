package dev.outreach.readmodel;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts and open stages, in one round trip whose cost does not grow with the number of people.
 * Thread-safe.
 */
public final class PipelineStatusQuery {

  /** Stands for all workspaces together. */
  public static final String ALL_WORKSPACES = "*";

  private static final String ALL = "all";
  private static final String UNKNOWN = "unknown";

  /**
   * Every platform has a row, so that a workspace without people reads as zeros and locks. It asks
   * the view below {@code social_counts}, for to plan the three parts of that one takes longer than
   * to read what they hold.
   */
  private static final String SQL =
      """
      WITH counted AS MATERIALIZED (SELECT * FROM social_counts_by_platform WHERE %s)
      SELECT wanted.platform, c.*, u.*, f.*, place.zone,
        (f.clock AT TIME ZONE place.zone)::date AS today
      FROM (VALUES (0, 'all'), (1, 'linkedin'), (2, 'instagram'), (3, 'tiktok'), (4, 'facebook'),
        (5, 'unknown')) AS wanted (place, platform)
      CROSS JOIN LATERAL (
        SELECT
          coalesce(sum(people), 0)::bigint AS people,
          coalesce(sum(discovered), 0)::bigint AS discovered,
          coalesce(sum(reviewed), 0)::bigint AS reviewed,
          coalesce(sum(qualified), 0)::bigint AS qualified,
          coalesce(sum(rejected), 0)::bigint AS rejected,
          coalesce(sum(not_started), 0)::bigint AS not_started,
          coalesce(sum(drafting), 0)::bigint AS drafting,
          coalesce(sum(drafted), 0)::bigint AS drafted,
          coalesce(sum(queued), 0)::bigint AS queued,
          coalesce(sum(waiting_manual), 0)::bigint AS waiting_manual,
          coalesce(sum(sent), 0)::bigint AS sent,
          coalesce(sum(followup_ready), 0)::bigint AS followup_ready,
          coalesce(sum(replied), 0)::bigint AS replied,
          coalesce(sum(failed), 0)::bigint AS failed,
          coalesce(sum(unconfirmed), 0)::bigint AS unconfirmed,
          coalesce(sum(opted_out), 0)::bigint AS opted_out,
          coalesce(sum(exhausted), 0)::bigint AS exhausted,
          coalesce(sum(discovered_today), 0)::bigint AS discovered_today,
          coalesce(sum(reviewed_today), 0)::bigint AS reviewed_today,
          coalesce(sum(qualified_today), 0)::bigint AS qualified_today,
          coalesce(sum(rejected_today), 0)::bigint AS rejected_today,
          coalesce(sum(drafted_today), 0)::bigint AS drafted_today,
          coalesce(sum(queued_today), 0)::bigint AS queued_today,
          coalesce(sum(sent_today), 0)::bigint AS sent_today,
          coalesce(sum(replied_today), 0)::bigint AS replied_today,
          coalesce(sum(failed_today), 0)::bigint AS failed_today,
          coalesce(sum(unconfirmed_today), 0)::bigint AS unconfirmed_today,
          coalesce(sum(opted_out_today), 0)::bigint AS opted_out_today
        FROM counted
        WHERE wanted.platform IN ('all', counted.platform)
      ) c
      CROSS JOIN LATERAL social_unlocks(
        c.discovered, c.qualified, c.drafted, c.sent, c.followup_ready) u
      CROSS JOIN social_freshness f
      CROSS JOIN (SELECT social_zone_of(?) AS zone) place
      ORDER BY wanted.place
      """;

  private static final String OF_ONE = SQL.formatted("workspace_id = ?");
  private static final String OF_ALL = SQL.formatted("?::text IS NOT NULL");

  private final DataSource dataSource;

  public PipelineStatusQuery(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * The status of one workspace, or of {@link #ALL_WORKSPACES}.
   *
   * @throws ReadModelException where the tables are missing or PostgreSQL does not answer
   */
  public PipelineStatus of(String workspaceId) {
    String sql = workspaceId.equals(ALL_WORKSPACES) ? OF_ALL : OF_ONE;
    List<Line> lines = Reading.rows(dataSource, sql, List.of(workspaceId, workspaceId), Line::of);
    Line total = lines.getFirst();
    return new PipelineStatus(
        total.status(),
        lines.stream().map(Line::status).filter(PipelineStatusQuery::isShown).toList(),
        total.today(),
        total.asOf(),
        total.followupBefore(),
        total.eventsBehind());
  }

  private static boolean isShown(PlatformStatus status) {
    return switch (status.platform()) {
      case ALL -> false;
      case UNKNOWN -> status.counts().people() > 0;
      default -> true;
    };
  }

  private record Line(
      PlatformStatus status,
      TodayCounts today,
      @Nullable Instant asOf,
      @Nullable Instant followupBefore,
      long eventsBehind) {

    static Line of(Row row) throws SQLException {
      return new Line(
          new PlatformStatus(row.text("platform"), StageCounts.of(row), Unlocks.of(row)),
          TodayCounts.of(row),
          row.optionalTime("as_of"),
          row.optionalTime("followup_before"),
          row.number("events_behind"));
    }
  }
}
