package dev.outreach.discovery.quota;

import dev.outreach.platforms.quota.Pause;
import dev.outreach.platforms.quota.QuotaAccount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;

/** Notes a pause unless a longer one is noted. */
record PauseScope(QuotaAccount account, String scope, Pause pause) {

  private static final String SQL =
      """
      INSERT INTO social_platform_quota_pauses (platform, account, scope, ends_at, reason)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (platform, account, scope)
      DO UPDATE SET ends_at = excluded.ends_at, reason = excluded.reason
      WHERE social_platform_quota_pauses.ends_at < excluded.ends_at
      """;

  void apply(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, account.platform().name());
      statement.setString(2, account.id());
      statement.setString(3, scope);
      statement.setObject(4, pause.until().atOffset(ZoneOffset.UTC));
      statement.setString(5, pause.reason());
      statement.executeUpdate();
    }
  }
}
