package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes drafts for comparison. */
public final class WriteReplays {

  private static final Columns<ReplayRecord> COLUMNS =
      new Columns<ReplayRecord>()
          .text("replay_id", ReplayRecord::replayId)
          .text("draft_id", ReplayRecord::draftId)
          .text("workspace_id", ReplayRecord::workspaceId)
          .id("profile_id", ReplayRecord::profileId)
          .id("message_id", ReplayRecord::messageId)
          .text("message_type", "social_message_type", ReplayRecord::messageType)
          .number("step", row -> (long) row.step())
          .flag("written", ReplayRecord::written)
          .text("body", ReplayRecord::body)
          .text("language", ReplayRecord::language)
          .text("drafter", ReplayRecord::drafter)
          .text("model", ReplayRecord::model)
          .text("prompt_version", ReplayRecord::promptVersion)
          .text("checks", "jsonb", ReplayRecord::checks)
          .number("input_tokens", ReplayRecord::inputTokens)
          .number("output_tokens", ReplayRecord::outputTokens)
          .number("cost_micros", ReplayRecord::costMicros)
          .text("reason_code", ReplayRecord::reasonCode)
          .text("reason", ReplayRecord::reason)
          .time("occurred_at", ReplayRecord::occurredAt)
          .number("log_offset", ReplayRecord::logOffset);

  private static final String SQL =
      """
      INSERT INTO social_replays AS known (%s)
      SELECT %s FROM %s
      ON CONFLICT (replay_id, draft_id) DO UPDATE SET %s
      WHERE known.log_offset < excluded.log_offset
      """
          .formatted(
              COLUMNS.names(),
              COLUMNS.values(),
              COLUMNS.incoming(),
              COLUMNS.updates("replay_id", "draft_id"));

  /** Writes drafts, each at most once; must run in the transaction that moves the offsets. */
  public void write(Connection connection, List<ReplayRecord> drafts) throws SQLException {
    COLUMNS.execute(connection, SQL, drafts);
  }
}
