package dev.outreach.discovery.quota;

import dev.outreach.platforms.quota.Quota;
import dev.outreach.platforms.quota.QuotaAccount;
import dev.outreach.platforms.quota.QuotaWindow;
import dev.outreach.platforms.quota.Standing;
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

  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";

  private static final String FORGET =
      "DELETE FROM social_platform_quota_uses"
          + " WHERE platform = ? AND account = ? AND quota = ? AND ends_at <= ?";

  private static final String FIRST_END =
      "SELECT min(ends_at) FROM social_platform_quota_uses"
          + " WHERE platform = ? AND account = ? AND quota = ? AND ends_at > ?";

  private static final String COUNT =
      """
      INSERT INTO social_platform_quota_uses
        (platform, account, quota, use, slot, ends_at, uses) VALUES (?, ?, ?, ?, ?, ?, 1)
      ON CONFLICT (platform, account, quota, use, slot)
      DO UPDATE SET uses = social_platform_quota_uses.uses + 1
      """;

  /** Within the transaction of the connection. */
  Taken apply(Connection connection, Instant now) throws SQLException {
    lock(connection);
    forget(connection, now);
    Standing standing = new SelectStanding(account, quota).apply(connection, now);
    if (quota.window() instanceof QuotaWindow.Distinct && standing.uses().contains(use)) {
      return new Taken.Reserved();
    }
    if (quota.most().isPresent() && standing.used() >= quota.most().getAsInt()) {
      return new Taken.UsedUp(firstEnd(connection, now));
    }
    count(connection, now);
    return new Taken.Reserved();
  }

  private void lock(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setString(1, account.platform() + "/" + account.id() + "/" + quota.name());
      statement.execute();
    }
  }

  private void forget(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
      bind(statement, now);
      statement.executeUpdate();
    }
  }

  private Instant firstEnd(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIRST_END)) {
      bind(statement, now);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getObject(1, OffsetDateTime.class).toInstant();
      }
    }
  }

  private void bind(PreparedStatement statement, Instant now) throws SQLException {
    statement.setString(1, account.platform().name());
    statement.setString(2, account.id());
    statement.setString(3, quota.name());
    statement.setObject(4, now.atOffset(ZoneOffset.UTC));
  }

  private void count(Connection connection, Instant now) throws SQLException {
    Instant slot = quota.window().slot(now);
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setString(1, account.platform().name());
      statement.setString(2, account.id());
      statement.setString(3, quota.name());
      statement.setString(4, use);
      statement.setObject(5, slot.atOffset(ZoneOffset.UTC));
      statement.setObject(6, quota.window().end(slot).atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }
}
