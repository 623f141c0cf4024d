package dev.outreach.readmodel;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that is not over and done with, and why it has not left.
 *
 * @param username the handle as the read model shows it; null where it knows nobody or has
 *     forgotten
 * @param state waiting, sending, checking (it may have left), waiting_manual, unconfirmed
 * @param place in the order of sending, from 1; null where it does not stand in line
 * @param used how much is used of the limit that holds it back; null where none does
 * @param predictedAt when it leaves if nothing changes; null where nobody can tell, and, where
 *     there is no reason to wait, at once
 */
public record QueueRow(
    UUID messageId,
    UUID profileId,
    @Nullable String username,
    String platform,
    String account,
    int step,
    String messageType,
    String state,
    @Nullable Integer place,
    @Nullable String route,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable Integer used,
    @Nullable Integer allowed,
    @Nullable Long withinSeconds,
    @Nullable Instant predictedAt,
    Instant approvedAt,
    Instant expiresAt) {

  static QueueRow of(Row row) throws SQLException {
    return new QueueRow(
        row.id("message_id"),
        row.id("profile_id"),
        row.optionalText("username"),
        row.text("platform"),
        row.text("account"),
        row.integer("step"),
        row.text("message_type"),
        row.text("state"),
        row.optionalInteger("place"),
        row.optionalText("route"),
        row.optionalText("reason_code"),
        row.optionalText("reason"),
        row.optionalInteger("used"),
        row.optionalInteger("allowed"),
        row.optionalNumber("within_seconds"),
        row.optionalTime("predicted_at"),
        row.time("approved_at"),
        row.time("expires_at"));
  }
}
