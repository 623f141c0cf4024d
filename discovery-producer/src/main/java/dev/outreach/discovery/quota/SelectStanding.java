package dev.outreach.discovery.quota;

import dev.outreach.platforms.quota.Quota;
import dev.outreach.platforms.quota.QuotaAccount;
import dev.outreach.platforms.quota.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

/** What counts of a quota. */
record SelectStanding(QuotaAccount account, Quota quota) {

  private static final String SQL =
      """
      SELECT use, sum(uses)::integer FROM social_platform_quota_uses
      WHERE platform = ? AND account = ? AND quota = ? AND ends_at > ?
      GROUP BY use
      """;

  Standing apply(Connection connection, Instant now) throws SQLException {
    Set<String> uses = new HashSet<>();
    int used = 0;
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, account.platform().name());
      statement.setString(2, account.id());
      statement.setString(3, quota.name());
      statement.setObject(4, now.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          uses.add(rows.getString(1));
          used += rows.getInt(2);
        }
      }
    }
    return new Standing(used, uses);
  }
}
