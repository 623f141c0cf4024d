package dev.outreach.readmodel.write;

import static java.util.stream.Collectors.joining;

import dev.outreach.readmodel.DayKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Adds events to the timeline of one generation and to the counts of the day each happened on, in
 * one statement; an event that is there already stays as it is and counts no more.
 */
public final class WriteTimeline {

  static final Columns<TimelineRecord> COLUMNS =
      new Columns<TimelineRecord>()
          .id("profile_id", TimelineRecord::profileId)
          .number("version", TimelineRecord::version)
          .text("workspace_id", TimelineRecord::workspaceId)
          .time("occurred_at", TimelineRecord::occurredAt)
          .text("event_id", TimelineRecord::eventId)
          .text("event", TimelineRecord::event)
          .text("actor_kind", "social_actor_kind", TimelineRecord::actorKind)
          .text("actor", TimelineRecord::actor)
          .id("message_id", TimelineRecord::messageId)
          .text("reason_code", TimelineRecord::reasonCode)
          .text("reason", TimelineRecord::reason)
          .text("body", TimelineRecord::body)
          .text("details", "jsonb", TimelineRecord::details)
          .text("causation_id", TimelineRecord::causationId)
          .text("correlation_id", TimelineRecord::correlationId)
          .text("platform", "social_platform", TimelineRecord::platform)
          .integer("kafka_partition", TimelineRecord::kafkaPartition);

  private final Staging<TimelineRecord> staging;

  /** Writes into a generation that exists. */
  public WriteTimeline(int generation) {
    this.staging =
        new Staging<>(
            "social_timeline_entry",
            COLUMNS,
            TimelineRecord::profileId,
            (values, source) -> sql(generation, values, source));
  }

  private static String sql(int generation, String values, String source) {
    return """
        WITH added AS (
          INSERT INTO social_timeline_entry_g%1$d (generation, %2$s)
          SELECT %1$d, %3$s FROM %4$s
          ON CONFLICT DO NOTHING
          RETURNING workspace_id, platform, kafka_partition, occurred_at, event, details
        ), zones AS MATERIALIZED (
          SELECT workspace_id, social_zone_of(workspace_id) AS zone
          FROM (SELECT DISTINCT workspace_id FROM added) places
        ), days AS (
          SELECT workspace_id, (occurred_at AT TIME ZONE zone)::date AS day, platform,
            kafka_partition, %5$s
          FROM added JOIN zones USING (workspace_id)
          GROUP BY 1, 2, 3, 4
        )
        INSERT INTO social_day_tally AS tally
          (generation, workspace_id, day, platform, kafka_partition, %6$s)
        SELECT %1$d, workspace_id, day, platform, kafka_partition, %6$s
        FROM days
        WHERE %7$s > 0
        ORDER BY workspace_id, day, platform, kafka_partition
        ON CONFLICT (generation, workspace_id, day, platform, kafka_partition) DO UPDATE SET %8$s
        """
        .formatted(
            generation,
            COLUMNS.names(),
            values,
            source,
            each("count(*) FILTER (WHERE %2$s) AS %1$s", ",\n    "),
            each("%1$s", ", "),
            each("%1$s", " + "),
            each("%1$s = tally.%1$s + excluded.%1$s", ", "));
  }

  private static String each(String format, String between) {
    return Arrays.stream(DayKey.values())
        .map(key -> format.formatted(key.column(), key.condition()))
        .collect(joining(between));
  }

  /** Adds events; must run in the transaction that moves the offsets. */
  public void write(Connection connection, List<TimelineRecord> events) throws SQLException {
    staging.write(connection, events);
  }
}
