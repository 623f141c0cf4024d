package dev.outreach.discovery.quota;

import dev.outreach.platforms.quota.Pause;
import dev.outreach.platforms.quota.QuotaAccount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** The last pause of some scopes that is not over. */
record SelectPause(QuotaAccount account, Set<String> scopes) {

  private static final String SQL =
      """
      SELECT ends_at, reason FROM social_platform_quota_pauses
      WHERE platform = ? AND account = ? AND scope = ANY (?) AND ends_at > ?
      ORDER BY ends_at DESC LIMIT 1
      """;

  Optional<Pause> apply(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, account.platform().name());
      statement.setString(2, account.id());
      statement.setArray(3, connection.createArrayOf("text", scopes.toArray()));
      statement.setObject(4, now.atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Pause(row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2)))
            : Optional.empty();
      }
    }
  }
}
