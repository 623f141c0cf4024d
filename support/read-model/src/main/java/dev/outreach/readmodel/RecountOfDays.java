package dev.outreach.readmodel;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Counts the timeline by days and compares with the counts kept of each. */
final class RecountOfDays {

  private RecountOfDays() {}

  /**
   * Every count of a day that is not what the timeline gives.
   *
   * @param scope a condition on generation and perhaps kafka_partition
   */
  static List<CountDifference> differences(Connection connection, String scope)
      throws SQLException {
    List<CountDifference> differences = new ArrayList<>();
    for (Cell cell : Reading.rows(connection, sql(scope), List.of(), Cell::of)) {
      differences.add(
          new CountDifference(
              cell.workspaceId(),
              cell.platform(),
              cell.kafkaPartition(),
              cell.key() + " of " + cell.day(),
              cell.counted(),
              cell.recounted(),
              peopleConcerned(connection, scope, cell)));
    }
    return differences;
  }

  /** Left to the planner, the zone would be looked up again for every event: hence MATERIALIZED. */
  private static String sql(String scope) {
    return """
    WITH place AS MATERIALIZED (
      SELECT workspace_id, social_zone_of(workspace_id) AS zone
      FROM (SELECT DISTINCT workspace_id FROM social_tally WHERE %1$s) known
    ), recounted AS (
      SELECT workspace_id, (occurred_at AT TIME ZONE zone)::date AS day, platform,
        kafka_partition, %2$s
      FROM social_timeline_entry
      JOIN place USING (workspace_id)
      WHERE %1$s
      GROUP BY 1, 2, 3, 4
    ), counted AS (
      SELECT * FROM social_day_tally WHERE %1$s
    )
    SELECT workspace_id, day::text AS day, platform::text AS platform, kafka_partition, figure.*
    FROM counted
    FULL JOIN recounted USING (workspace_id, day, platform, kafka_partition)
    CROSS JOIN LATERAL (VALUES %3$s) figure (key, counted, recounted)
    WHERE figure.counted <> figure.recounted
    """
        .formatted(
            scope,
            each("count(*) FILTER (WHERE %2$s) AS %1$s"),
            each("('%1$s', coalesce(counted.%1$s, 0), coalesce(recounted.%1$s, 0))"));
  }

  private static List<UUID> peopleConcerned(Connection connection, String scope, Cell cell)
      throws SQLException {
    String sql =
        """
        SELECT DISTINCT profile_id FROM social_timeline_entry
        WHERE %s AND workspace_id = ? AND platform::text = ? AND kafka_partition = ?
          AND (occurred_at AT TIME ZONE social_zone_of(workspace_id))::date = ?::date AND %s
        LIMIT 20
        """
            .formatted(
                scope, DayKey.valueOf(cell.key().toUpperCase(java.util.Locale.ROOT)).condition());
    return Reading.rows(
        connection,
        sql,
        List.of(cell.workspaceId(), cell.platform(), cell.kafkaPartition(), cell.day()),
        row -> row.id("profile_id"));
  }

  private static String each(String format) {
    return Arrays.stream(DayKey.values())
        .map(key -> format.formatted(key.column(), key.condition()))
        .collect(joining(",\n    "));
  }

  private record Cell(
      String workspaceId,
      String day,
      String platform,
      int kafkaPartition,
      String key,
      long counted,
      long recounted) {

    static Cell of(Row row) throws SQLException {
      return new Cell(
          row.text("workspace_id"),
          row.text("day"),
          row.text("platform"),
          row.integer("kafka_partition"),
          row.text("key"),
          row.number("counted"),
          row.number("recounted"));
    }
  }
}
