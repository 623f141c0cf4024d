package dev.outreach.api;

import dev.outreach.readmodel.ReadModelChange;
import dev.outreach.readmodel.write.NotifyChanges;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Puts invented people where a test needs them. */
final class Funnel {

  private static final String RECOUNT =
      """
      DELETE FROM social_tally;
      INSERT INTO social_tally (generation, workspace_id, platform, kafka_partition, people,
        discovered, reviewed, qualified, rejected, not_started, drafting, drafted, queued, sent,
        replied, failed, unconfirmed, opted_out, exhausted)
      SELECT 1, workspace_id, platform, 0, count(*),
        count(*) FILTER (WHERE discovery_status = 'discovered'),
        count(*) FILTER (WHERE discovery_status = 'reviewed'),
        count(*) FILTER (WHERE discovery_status = 'qualified'),
        count(*) FILTER (WHERE discovery_status = 'rejected'),
        count(*) FILTER (WHERE outreach_status = 'not_started'),
        count(*) FILTER (WHERE outreach_status = 'drafting'),
        count(*) FILTER (WHERE outreach_status = 'drafted'),
        count(*) FILTER (WHERE outreach_status = 'queued'),
        count(*) FILTER (WHERE outreach_status = 'sent'),
        count(*) FILTER (WHERE outreach_status = 'replied'),
        count(*) FILTER (WHERE outreach_status = 'failed'),
        count(*) FILTER (WHERE outreach_status = 'unconfirmed'),
        count(*) FILTER (WHERE outreach_status = 'opted_out'),
        count(*) FILTER (WHERE outreach_status = 'exhausted')
      FROM social_profile GROUP BY workspace_id, platform;
      DELETE FROM social_offset;
      INSERT INTO social_offset (generation, stream, kafka_partition, next_offset, owner_epoch,
        owner, applied_at, end_offset)
      VALUES (1, 'profile-events', 0, 1, 1, 'test', now(), 1);
      """;

  private final TestPostgres postgres;

  Funnel(TestPostgres postgres) {
    this.postgres = postgres;
  }

  void empty() {
    postgres.execute("TRUNCATE social_profile, social_message, social_tally, social_offset");
  }

  Funnel people(String platform, int count, String discovery, String outreach) {
    postgres.execute(
        """
      INSERT INTO social_profile (profile_id, generation, kafka_partition, workspace_id, platform,
        username, full_name, followers, source, collected_at, discovery_status, outreach_status,
        follow_ups_sent, follow_ups_left, last_contacted_at, erased, version, discovered_at,
        updated_at)
      SELECT md5('%1$s%2$s%3$s' || n)::uuid, 1, 0, 'default', '%1$s', '%2$s.%3$s.' || n,
        'Person ' || n, 100 * n, 'file', now(), '%2$s', '%3$s', 0, 2, now(), false, 1,
        now() - n * interval '1 minute', now()
      FROM generate_series(1, %4$d) n
      """
            .formatted(platform, discovery, outreach, count));
    return this;
  }

  /** The id of one of the people. */
  static UUID person(String platform, String discovery, String outreach, int n) {
    return fromMd5(platform + discovery + outreach + n);
  }

  /** A draft of somebody. */
  UUID draft(UUID profileId) {
    UUID messageId = UUID.nameUUIDFromBytes(profileId.toString().getBytes(StandardCharsets.UTF_8));
    postgres.execute(
        """
      INSERT INTO social_message (message_id, generation, kafka_partition, profile_id,
        workspace_id, platform, step, message_type, status, draft_body, fingerprint, account,
        recipient, checks, edited, version, created_at, updated_at)
      VALUES ('%s', 1, 0, '%s', 'default', 'instagram', 0, 'initial', 'drafted', 'Hello',
        repeat('a', 64), 'ours', 'theirs', '[]', false, 1, now(), now())
      """
            .formatted(messageId, profileId));
    return messageId;
  }

  /** Makes the counts right and tells whoever listens. */
  void count() {
    postgres.execute(RECOUNT);
    try (Connection connection = postgres.dataSource().getConnection()) {
      new NotifyChanges().of(connection, List.of(ReadModelChange.ofCounts("default")));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /**
   * PostgreSQL takes the sixteen bytes as they are; Java's own name-based ids are marked as such.
   */
  private static UUID fromMd5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      ByteBuffer bytes = ByteBuffer.wrap(digest);
      return new UUID(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
