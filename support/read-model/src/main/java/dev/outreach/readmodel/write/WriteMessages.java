package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes messages of one generation and moves the count of those a person has to send. */
public final class WriteMessages {

  private static final Columns<MessageRecord> ROW =
      new Columns<MessageRecord>()
          .id("message_id", MessageRecord::messageId)
          .integer("kafka_partition", MessageRecord::kafkaPartition)
          .id("profile_id", MessageRecord::profileId)
          .text("workspace_id", MessageRecord::workspaceId)
          .text("platform", "social_platform", MessageRecord::platform)
          .integer("step", MessageRecord::step)
          .text("message_type", "social_message_type", MessageRecord::messageType)
          .text("status", "social_message_status", MessageRecord::status)
          .text("draft_body", MessageRecord::draftBody)
          .text("sent_body", MessageRecord::sentBody)
          .text("fingerprint", MessageRecord::fingerprint)
          .text("account", MessageRecord::account)
          .text("recipient", MessageRecord::recipient)
          .text("thread_id", MessageRecord::threadId)
          .text("platform_message_id", MessageRecord::platformMessageId)
          .text("route", "social_send_route", MessageRecord::route)
          .text("drafter", MessageRecord::drafter)
          .text("model", MessageRecord::model)
          .text("prompt_version", MessageRecord::promptVersion)
          .text("language", MessageRecord::language)
          .text("checks", "jsonb", MessageRecord::checks)
          .flag("edited", MessageRecord::edited)
          .text("reason_code", MessageRecord::reasonCode)
          .text("reason", MessageRecord::reason)
          .time("waits_until", MessageRecord::waitsUntil)
          .text("link", MessageRecord::link)
          .time("drafted_at", MessageRecord::draftedAt)
          .time("approved_at", MessageRecord::approvedAt)
          .text("approved_by", MessageRecord::approvedBy)
          .time("sent_at", MessageRecord::sentAt)
          .number("version", MessageRecord::version)
          .time("updated_at", MessageRecord::updatedAt);

  static final Columns<Latest<MessageRecord>> COLUMNS =
      ROW.from(Latest<MessageRecord>::row).time("created_at", Latest::since);

  private final Staging<Latest<MessageRecord>> staging;

  /** Writes into a generation that exists. */
  public WriteMessages(int generation) {
    this.staging =
        new Staging<>(
            "social_message",
            COLUMNS,
            row -> row.row().messageId(),
            (values, source) -> sql(generation, values, source));
  }

  private static String sql(int generation, String values, String source) {
    return """
        WITH changed AS (
          INSERT INTO social_message_g%1$d AS known (generation, %2$s)
          SELECT %1$d, %3$s FROM %4$s
          ON CONFLICT (message_id, generation) DO UPDATE SET %5$s
          WHERE known.version < excluded.version
          RETURNING
            old.workspace_id AS old_workspace, old.platform AS old_platform,
            old.kafka_partition AS old_partition, old.status AS old_status,
            new.workspace_id, new.platform, new.kafka_partition, new.status
        ), moved AS (
          SELECT -1 AS step, old_workspace AS workspace_id, old_platform AS platform,
            old_partition AS kafka_partition
          FROM changed
          WHERE old_status = 'waiting_manual'
          UNION ALL
          SELECT 1, workspace_id, platform, kafka_partition
          FROM changed
          WHERE status = 'waiting_manual'
        )
        INSERT INTO social_tally AS tally
          (generation, workspace_id, platform, kafka_partition, waiting_manual)
        SELECT %1$d, workspace_id, platform, kafka_partition, sum(step)
        FROM moved
        GROUP BY workspace_id, platform, kafka_partition
        ORDER BY workspace_id, platform, kafka_partition
        ON CONFLICT (generation, workspace_id, platform, kafka_partition) DO UPDATE SET
          waiting_manual = tally.waiting_manual + excluded.waiting_manual
        """
        .formatted(
            generation,
            COLUMNS.names(),
            values,
            source,
            COLUMNS.updates("message_id", "created_at"));
  }

  /** Writes messages, each at most once; must run in the transaction that moves the offsets. */
  public void write(Connection connection, List<Latest<MessageRecord>> messages)
      throws SQLException {
    staging.write(connection, messages);
  }
}
