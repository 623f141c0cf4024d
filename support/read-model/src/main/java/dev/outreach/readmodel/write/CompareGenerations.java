package dev.outreach.readmodel.write;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Compares two generations that stand at the same place of the log, row by row and column by
 * column, by sums of hashes; only where they differ the people concerned are looked up.
 */
public final class CompareGenerations {

  private static final List<String> TABLES =
      List.of("social_profile", "social_message", "social_timeline_entry");

  private static final String COUNTS =
      """
      WITH lines AS (
        SELECT generation, to_jsonb(t) - 'generation' AS line FROM social_tally t
        UNION ALL
        SELECT generation, to_jsonb(t) - 'generation' FROM social_day_tally t
      )
      SELECT count(*)
      FROM (SELECT line FROM lines WHERE generation = ?) one
      FULL JOIN (SELECT line FROM lines WHERE generation = ?) other USING (line)
      WHERE one.line IS NULL OR other.line IS NULL
      """;

  /**
   * What was found.
   *
   * @param checksums of the newer generation by table: rows and sum of hashes, as text
   * @param differing people of whom something differs, at most 20 of each table
   */
  public record Found(Map<String, String> checksums, Map<String, List<UUID>> differing) {}

  /** Compares all rows in one snapshot; the cost grows with their number. */
  public Found rows(Connection connection, int older, int newer) throws SQLException {
    Map<String, String> checksums = new TreeMap<>();
    Map<String, List<UUID>> differing = new TreeMap<>();
    for (String table : TABLES) {
      String columns = columns(connection, table);
      String checksum = checksum(connection, table, newer, columns);
      checksums.put(table, checksum);
      if (!checksum.equals(checksum(connection, table, older, columns))) {
        differing.put(table, people(connection, table, columns, new int[] {older, newer}));
      }
    }
    return new Found(checksums, differing);
  }

  /** How many people and messages are there more than once; the primary key should not let them. */
  public long rowsMoreThanKeys(Connection connection, int generation) throws SQLException {
    String sql =
        """
        SELECT (SELECT count(*) - count(DISTINCT profile_id) FROM social_profile_g%1$d)
          + (SELECT count(*) - count(DISTINCT message_id) FROM social_message_g%1$d)
        """
            .formatted(generation);
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet results = statement.executeQuery()) {
      results.next();
      return results.getLong(1);
    }
  }

  /** Whether the counts kept beside the rows are the same in both. */
  public boolean countsAreEqual(Connection connection, int older, int newer) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNTS)) {
      statement.setInt(1, older);
      statement.setInt(2, newer);
      try (ResultSet results = statement.executeQuery()) {
        return results.next() && results.getLong(1) == 0;
      }
    }
  }

  private static String checksum(
      Connection connection, String table, int generation, String columns) throws SQLException {
    String sql =
        """
        SELECT count(*) || ' rows, ' || coalesce(sum(hash_record_extended(ROW(%s), 0)), 0)
        FROM %s_g%d
        """
            .formatted(columns, table, generation);
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet results = statement.executeQuery()) {
      results.next();
      return results.getString(1);
    }
  }

  private static List<UUID> people(
      Connection connection, String table, String columns, int[] generations) throws SQLException {
    String sql =
        """
        SELECT DISTINCT profile_id FROM (
          (SELECT %1$s FROM %2$s_g%3$d EXCEPT SELECT %1$s FROM %2$s_g%4$d)
          UNION ALL
          (SELECT %1$s FROM %2$s_g%4$d EXCEPT SELECT %1$s FROM %2$s_g%3$d)
        ) difference
        LIMIT 20
        """
            .formatted(columns, table, generations[0], generations[1]);
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet results = statement.executeQuery()) {
      List<UUID> people = new ArrayList<>();
      while (results.next()) {
        people.add(results.getObject(1, UUID.class));
      }
      return people;
    }
  }

  private static String columns(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT column_name FROM information_schema.columns"
                + " WHERE table_schema = current_schema() AND table_name = ?"
                + " AND column_name <> 'generation' ORDER BY ordinal_position")) {
      statement.setString(1, table);
      List<String> names = new ArrayList<>();
      try (ResultSet results = statement.executeQuery()) {
        while (results.next()) {
          names.add(results.getString(1));
        }
      }
      return names.stream().collect(joining(", "));
    }
  }
}
