package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stops a generation for as long as the transaction lasts: no batch and no tick can end. */
public final class HoldPlaces {

  private static final String SQL =
      """
      SELECT kafka_partition, next_offset, nullif(ready_before, '-infinity') AS ready_before
      FROM social_offset
      WHERE generation = ? AND stream = 'profile-events'
      ORDER BY kafka_partition
      %s
      """;

  /**
   * Where one partition stands.
   *
   * @param nextOffset the first record that is not applied
   * @param readyBefore people last contacted before this are counted as due; null before any tick
   */
  public record Standing(long nextOffset, @Nullable Instant readyBefore) {}

  /** Stops the generation and says where it stands, by Kafka partition. */
  public Map<Integer, Standing> hold(Connection connection, int generation) throws SQLException {
    return read(connection, SQL.formatted("FOR UPDATE"), generation);
  }

  /** Says where a generation stands, by Kafka partition, and lets it go on. */
  public Map<Integer, Standing> look(Connection connection, int generation) throws SQLException {
    return read(connection, SQL.formatted(""), generation);
  }

  private static Map<Integer, Standing> read(Connection connection, String sql, int generation)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, generation);
      Map<Integer, Standing> standing = new TreeMap<>();
      try (ResultSet results = statement.executeQuery()) {
        while (results.next()) {
          OffsetDateTime readyBefore = results.getObject(3, OffsetDateTime.class);
          standing.put(
              results.getInt(1),
              new Standing(
                  results.getLong(2), readyBefore == null ? null : readyBefore.toInstant()));
        }
      }
      return standing;
    }
  }
}
