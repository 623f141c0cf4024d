package dev.outreach.readmodel;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a person, as {@code social_timeline} shows it.
 *
 * @param version 1 for the first event of the person
 * @param event what happened, for example {@code message_sent}
 * @param actorKind person, rule, platform or system
 * @param body their words, where they wrote
 * @param details further figures as JSON
 */
public record TimelineRow(
    UUID profileId,
    long version,
    Instant occurredAt,
    String eventId,
    String event,
    String actorKind,
    String actor,
    @Nullable UUID messageId,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable String body,
    String details,
    @Nullable String causationId,
    String correlationId) {

  static TimelineRow of(Row row) throws SQLException {
    return new TimelineRow(
        row.id("profile_id"),
        row.number("version"),
        row.time("occurred_at"),
        row.text("event_id"),
        row.text("event"),
        row.text("actor_kind"),
        row.text("actor"),
        row.optionalId("message_id"),
        row.optionalText("reason_code"),
        row.optionalText("reason"),
        row.optionalText("body"),
        row.text("details"),
        row.optionalText("causation_id"),
        row.text("correlation_id"));
  }
}
