package dev.outreach.discovery.quota;

import dev.outreach.platforms.quota.Quota;
import dev.outreach.platforms.quota.QuotaAccount;
import dev.outreach.platforms.quota.QuotaWindow;
import dev.outreach.platforms.quota.Taken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reserves one use of a quota, one at a time for each quota of an account. */
record TakeUse(QuotaAccount account, Quota quota, String use) {

  /** A statement of its own: what the next one sees begins when it begins. */
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";

  private static final String TAKE =
      """
      WITH asked (platform, account, quota, use, slot, ends_at, most, once, now) AS (
        SELECT ?::text, ?::text, ?::text, ?::text, ?::timestamptz, ?::timestamptz, ?::integer,
          ?::boolean, ?::timestamptz
      ), forgotten AS (
        DELETE FROM social_platform_quota_uses AS past USING asked
        WHERE past.platform = asked.platform AND past.account = asked.account
        AND past.quota = asked.quota AND past.ends_at <= asked.now
      ), standing AS (
        SELECT coalesce(sum(present.uses), 0) AS used, min(present.ends_at) AS first_end,
          coalesce(bool_or(present.use = asked.use), false) AS is_known
        FROM asked
        LEFT JOIN social_platform_quota_uses AS present
          ON present.platform = asked.platform AND present.account = asked.account
          AND present.quota = asked.quota AND present.ends_at > asked.now
      ), taken AS (
        INSERT INTO social_platform_quota_uses
          (platform, account, quota, use, slot, ends_at, uses)
        SELECT platform, account, quota, use, slot, ends_at, 1
        FROM asked CROSS JOIN standing
        WHERE NOT (once AND is_known) AND (most IS NULL OR used < most)
        ON CONFLICT (platform, account, quota, use, slot)
        DO UPDATE SET uses = social_platform_quota_uses.uses + 1
        RETURNING use
      )
      SELECT once AND is_known OR EXISTS (SELECT FROM taken), first_end
      FROM asked CROSS JOIN standing
      """;

  /** Within the transaction of the connection. */
  Taken apply(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setString(1, account.platform() + "/" + account.id() + "/" + quota.name());
      statement.execute();
    }
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      bind(statement, now);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1)
            ? new Taken.Reserved()
            : new Taken.UsedUp(row.getObject(2, OffsetDateTime.class).toInstant());
      }
    }
  }

  private void bind(PreparedStatement statement, Instant now) throws SQLException {
    Instant slot = quota.window().slot(now);
    statement.setString(1, account.platform().name());
    statement.setString(2, account.id());
    statement.setString(3, quota.name());
    statement.setString(4, use);
    statement.setObject(5, slot.atOffset(ZoneOffset.UTC));
    statement.setObject(6, quota.window().end(slot).atOffset(ZoneOffset.UTC));
    statement.setObject(7, quota.most().isPresent() ? quota.most().getAsInt() : null);
    statement.setBoolean(8, quota.window() instanceof QuotaWindow.Distinct);
    statement.setObject(9, now.atOffset(ZoneOffset.UTC));
  }
}
