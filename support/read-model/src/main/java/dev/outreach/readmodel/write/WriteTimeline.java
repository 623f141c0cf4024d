package dev.outreach.readmodel.write;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.outreach.readmodel.DayKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Adds events to the timeline of one generation and to the counts of the day each happened on; an
 * event that is there already stays as it is and counts no more. Many events are taken for new and
 * copied; where the log repeats itself, all of them go the careful way, in one statement.
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

  private static final Columns<Map.Entry<Happened, Long>> HAPPENED =
      new Columns<Happened>()
          .text("workspace_id", Happened::workspaceId)
          .time("occurred_at", Happened::occurredAt)
          .text("event", Happened::event)
          .text("details", "jsonb", Happened::details)
          .text("platform", "social_platform", Happened::platform)
          .integer("kafka_partition", Happened::kafkaPartition)
          .from(Map.Entry<Happened, Long>::getKey)
          .number("times", Map.Entry::getValue);

  private final Staging<TimelineRecord> staging;
  private final CopyRows<TimelineRecord> copy;
  private final String countCopied;

  /** Writes into a generation that exists. */
  public WriteTimeline(int generation) {
    this.staging =
        new Staging<>(
            "social_timeline_entry",
            COLUMNS,
            TimelineRecord::profileId,
            (values, source) -> add(generation, values, source));
    this.copy = new CopyRows<>("social_timeline_entry_g" + generation, COLUMNS.of(generation));
    this.countCopied =
        days(generation, "SELECT %s FROM %s".formatted(HAPPENED.values(), HAPPENED.incoming()));
  }

  private static String add(int generation, String values, String source) {
    return days(
        generation,
        """
        INSERT INTO social_timeline_entry_g%1$d (generation, %2$s)
        SELECT %1$d, %3$s FROM %4$s
        ON CONFLICT DO NOTHING
        RETURNING workspace_id, occurred_at, event, details, platform, kafka_partition, 1
        """
            .formatted(generation, COLUMNS.names(), values, source));
  }

  private static String days(int generation, String added) {
    return """
        WITH added (%3$s) AS (
          %2$s
        ), zones AS MATERIALIZED (
          SELECT workspace_id, social_zone_of(workspace_id) AS zone
          FROM (SELECT DISTINCT workspace_id FROM added) places
        ), days AS (
          SELECT workspace_id, (occurred_at AT TIME ZONE zone)::date AS day, platform,
            kafka_partition, %4$s
          FROM added JOIN zones USING (workspace_id)
          GROUP BY 1, 2, 3, 4
        )
        INSERT INTO social_day_tally AS tally
          (generation, workspace_id, day, platform, kafka_partition, %5$s)
        SELECT %1$d, workspace_id, day, platform, kafka_partition, %5$s
        FROM days
        WHERE %6$s > 0
        ORDER BY workspace_id, day, platform, kafka_partition
        ON CONFLICT (generation, workspace_id, day, platform, kafka_partition) DO UPDATE SET %7$s
        """
        .formatted(
            generation,
            added,
            HAPPENED.names(),
            each("coalesce(sum(times) FILTER (WHERE %2$s), 0) AS %1$s", ",\n    "),
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
    if (Staging.isMany(events)
        && copy.writeIfNew(connection, KeyOrder.by(TimelineRecord::profileId, events))) {
      countCopied(connection, events);
    } else {
      staging.write(connection, events);
    }
  }

  private void countCopied(Connection connection, List<TimelineRecord> events) throws SQLException {
    Map<Happened, Long> happened = events.stream().collect(groupingBy(Happened::of, counting()));
    HAPPENED.execute(connection, countCopied, List.copyOf(happened.entrySet()));
  }

  /** Events that are equal to the second: no day begins within one, whatever the zone. */
  private record Happened(
      String workspaceId,
      Instant occurredAt,
      String event,
      String details,
      String platform,
      int kafkaPartition) {

    static Happened of(TimelineRecord event) {
      return new Happened(
          event.workspaceId(),
          event.occurredAt().truncatedTo(ChronoUnit.SECONDS),
          event.event(),
          event.details(),
          event.platform(),
          event.kafkaPartition());
    }
  }
}
