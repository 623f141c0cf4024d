package dev.outreach.benchmarks.quota;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** What senders still have to do at a moment, read from the ledger. */
record Backlog(int due, int held, Optional<Instant> next, String signature) {

  private static final String READ =
      """
      SELECT
        count(*) FILTER (WHERE (state IN ('READY', 'UNKNOWN') AND not_before <= ?)
          OR (state IN ('CLAIMED', 'WRITING') AND lease_until <= ?)),
        count(*) FILTER (WHERE state IN ('CLAIMED', 'WRITING') AND lease_until > ?),
        LEAST(
          min(not_before) FILTER (WHERE state IN ('READY', 'UNKNOWN')),
          min(lease_until) FILTER (WHERE state IN ('CLAIMED', 'WRITING'))),
        concat(sum(fence), '/', sum(attempt), '/', sum(writes), '/',
          count(*) FILTER (WHERE state IN ('SENT', 'QUARANTINED')), '/',
          count(*) FILTER (WHERE state IN ('CLAIMED', 'WRITING')))
      FROM social_send_ledger""";

  /**
   * Reads it.
   *
   * @param now {@code due} counts what can be done at this moment, {@code held} what a worker,
   *     alive or dead, still holds; {@code next} is when something will be due
   */
  static Backlog at(DataSource ledger, Instant now) {
    OffsetDateTime moment = now.atOffset(ZoneOffset.UTC);
    try (Connection connection = ledger.getConnection();
        PreparedStatement statement = connection.prepareStatement(READ)) {
      for (int parameter = 1; parameter <= 3; parameter++) {
        statement.setObject(parameter, moment);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return new Backlog(
            rows.getInt(1),
            rows.getInt(2),
            Optional.ofNullable(rows.getObject(3, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant),
            rows.getString(4));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("the ledger cannot be read", failure);
    }
  }
}
