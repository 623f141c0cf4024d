package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds events to the timeline of one generation; one that is there already stays as it is. */
public final class WriteTimeline {

  static final Columns<TimelineRecord> COLUMNS =
      new Columns<TimelineRecord>()
          .text("profile_id", "uuid", row -> row.profileId().toString())
          .number("version", TimelineRecord::version)
          .text("workspace_id", TimelineRecord::workspaceId)
          .time("occurred_at", TimelineRecord::occurredAt)
          .text("event_id", TimelineRecord::eventId)
          .text("event", TimelineRecord::event)
          .text("actor_kind", "social_actor_kind", TimelineRecord::actorKind)
          .text("actor", TimelineRecord::actor)
          .text("message_id", "uuid", WriteTimeline::messageId)
          .text("reason_code", TimelineRecord::reasonCode)
          .text("reason", TimelineRecord::reason)
          .text("body", TimelineRecord::body)
          .text("details", "jsonb", TimelineRecord::details)
          .text("causation_id", TimelineRecord::causationId)
          .text("correlation_id", TimelineRecord::correlationId);

  private final String sql;

  /** Writes into a generation that exists. */
  public WriteTimeline(int generation) {
    this.sql =
        """
        INSERT INTO social_timeline_entry_g%1$d (generation, %2$s)
        SELECT %1$d, %3$s FROM %4$s
        ON CONFLICT DO NOTHING
        """
            .formatted(generation, COLUMNS.names(), COLUMNS.values(), COLUMNS.incoming());
  }

  /** Adds events; must run in the transaction that moves the offsets. */
  public void write(Connection connection, List<TimelineRecord> events) throws SQLException {
    if (events.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      COLUMNS.bind(statement, events);
      statement.executeUpdate();
    }
  }

  private static @Nullable String messageId(TimelineRecord row) {
    return row.messageId() == null ? null : row.messageId().toString();
  }
}
