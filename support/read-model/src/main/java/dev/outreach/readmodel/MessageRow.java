package dev.outreach.readmodel;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as {@code social_messages} shows it; each component is the column of that name.
 *
 * @param draftBody the words as they stand now; null while they are being drafted
 * @param sentBody the words that were sent
 * @param fingerprint what an approval must name
 * @param version number of the person's event that last touched the message
 */
public record MessageRow(
    UUID messageId,
    UUID profileId,
    String workspaceId,
    String platform,
    int step,
    String messageType,
    String status,
    @Nullable String draftBody,
    @Nullable String sentBody,
    @Nullable String fingerprint,
    String account,
    String recipient,
    @Nullable String threadId,
    @Nullable String platformMessageId,
    @Nullable String route,
    @Nullable String drafter,
    @Nullable String model,
    @Nullable String promptVersion,
    @Nullable String language,
    List<DraftCheckRow> checks,
    boolean edited,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable Instant waitsUntil,
    @Nullable String link,
    @Nullable Instant draftedAt,
    @Nullable Instant approvedAt,
    @Nullable String approvedBy,
    @Nullable Instant sentAt,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  private static final TypeReference<List<DraftCheckRow>> CHECKS = new TypeReference<>() {};

  public MessageRow {
    checks = List.copyOf(checks);
  }

  static MessageRow of(Row row) throws SQLException {
    return new MessageRow(
        row.id("message_id"),
        row.id("profile_id"),
        row.text("workspace_id"),
        row.text("platform"),
        row.integer("step"),
        row.text("message_type"),
        row.text("status"),
        row.optionalText("draft_body"),
        row.optionalText("sent_body"),
        row.optionalText("fingerprint"),
        row.text("account"),
        row.text("recipient"),
        row.optionalText("thread_id"),
        row.optionalText("platform_message_id"),
        row.optionalText("route"),
        row.optionalText("drafter"),
        row.optionalText("model"),
        row.optionalText("prompt_version"),
        row.optionalText("language"),
        Json.read(row.text("checks"), CHECKS),
        row.flag("edited"),
        row.optionalText("reason_code"),
        row.optionalText("reason"),
        row.optionalTime("waits_until"),
        row.optionalText("link"),
        row.optionalTime("drafted_at"),
        row.optionalTime("approved_at"),
        row.optionalText("approved_by"),
        row.optionalTime("sent_at"),
        row.number("version"),
        row.time("created_at"),
        row.time("updated_at"));
  }
}
