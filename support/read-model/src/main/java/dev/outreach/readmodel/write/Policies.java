package dev.outreach.readmodel.write;

import dev.outreach.readmodel.Policy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads and changes the rules that hold from some moment on. Without state. */
public final class Policies {

  private static final String SELECT =
      """
      SELECT extract(epoch FROM follow_up_after) * 1000, zone FROM social_policy
      WHERE changed_at <= ?
      ORDER BY changed_at DESC
      LIMIT 1
      """;

  private static final String FIRST =
      """
      INSERT INTO social_policy (changed_at, follow_up_after, zone)
      SELECT timestamptz 'epoch', ? * interval '1 millisecond', ?
      WHERE NOT EXISTS (SELECT FROM social_policy)
      ON CONFLICT DO NOTHING
      """;

  /** A server may know fewer zones than Java does; rows could not be counted by days then. */
  private static final String KNOWN = "SELECT now() AT TIME ZONE ?";

  /** What holds now; empty before any projector has started. */
  public Optional<Policy> now(Connection connection) throws SQLException {
    return at(connection, Instant.parse("9999-01-01T00:00:00Z"));
  }

  /** What held at some time. */
  public Optional<Policy> at(Connection connection, Instant time) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
      statement.setObject(1, time.atOffset(ZoneOffset.UTC));
      try (ResultSet results = statement.executeQuery()) {
        return results.next()
            ? Optional.of(
                new Policy(Duration.ofMillis(results.getLong(1)), ZoneId.of(results.getString(2))))
            : Optional.empty();
      }
    }
  }

  /**
   * Lays down what holds from the beginning, where nothing is laid down yet.
   *
   * @throws SQLException with state 22023 where PostgreSQL does not know the zone
   */
  public void begin(Connection connection, Policy policy) throws SQLException {
    checkKnown(connection, policy.zone());
    try (PreparedStatement statement = connection.prepareStatement(FIRST)) {
      statement.setLong(1, policy.followUpAfter().toMillis());
      statement.setString(2, policy.zone().getId());
      statement.executeUpdate();
    }
  }

  /**
   * Changes where the day of a workspace begins, and counts its days again at once.
   *
   * @param workspaceId or {@code *} for all that have no zone of their own
   * @throws SQLException with state 22023 where PostgreSQL does not know the zone
   */
  public void changeZone(Connection connection, String workspaceId, ZoneId zone, Instant now)
      throws SQLException {
    checkKnown(connection, zone);
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT social_change_zone(?, ?, ?)")) {
      statement.setString(1, workspaceId);
      statement.setString(2, zone.getId());
      statement.setObject(3, now.atOffset(ZoneOffset.UTC));
      statement.execute();
    }
  }

  /** Where the day of a workspace begins, by its own zone or the one of all. */
  public ZoneId zoneOf(Connection connection, String workspaceId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT social_zone_of(?)")) {
      statement.setString(1, workspaceId);
      try (ResultSet results = statement.executeQuery()) {
        results.next();
        return ZoneId.of(results.getString(1));
      }
    }
  }

  private static void checkKnown(Connection connection, ZoneId zone) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
      statement.setString(1, zone.getId());
      statement.execute();
    }
  }
}
