package dev.outreach.readmodel;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Counts every row the plain way and compares with the counts kept beside them, at one instant. Its
 * cost grows with the number of people. Thread-safe.
 */
public final class Recount {

  private static final String LIVE =
      "(SELECT generation FROM social_generation WHERE state = 'live')";

  private final DataSource dataSource;

  public Recount(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Counts what readers see.
   *
   * @throws ReadModelException where the tables are missing or PostgreSQL does not answer
   */
  public RecountReport run() {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      RecountReport report = report(connection, "generation = " + LIVE);
      connection.rollback();
      return report;
    } catch (SQLException failure) {
      throw ReadModelException.of(failure);
    }
  }

  /**
   * Counts one generation, whether readers see it or not.
   *
   * @param connection in a REPEATABLE READ transaction, which stays open
   */
  public static RecountReport ofGeneration(Connection connection, int generation)
      throws SQLException {
    return report(connection, "generation = " + generation);
  }

  /**
   * Counts the people of one Kafka partition in one generation.
   *
   * @param connection in a REPEATABLE READ transaction, which stays open
   */
  public static RecountReport ofPartition(Connection connection, int generation, int kafkaPartition)
      throws SQLException {
    return report(
        connection, "generation = " + generation + " AND kafka_partition = " + kafkaPartition);
  }

  private static RecountReport report(Connection connection, String scope) throws SQLException {
    List<Cell> cells = Reading.rows(connection, sql(scope), List.of(), Cell::of);
    List<CountLine> lines = new ArrayList<>();
    List<CountDifference> differences = new ArrayList<>();
    for (CountKey key : CountKey.values()) {
      lines.add(
          new CountLine(
              key.column(),
              cells.stream().mapToLong(cell -> cell.counted(key)).sum(),
              cells.stream().mapToLong(cell -> cell.recounted(key)).sum()));
      for (Cell cell : cells) {
        if (cell.counted(key) != cell.recounted(key)) {
          differences.add(difference(connection, scope, cell, key));
        }
      }
    }
    differences.addAll(RecountOfDays.differences(connection, scope));
    return new RecountReport(lines, differences);
  }

  private static CountDifference difference(
      Connection connection, String scope, Cell cell, CountKey key) throws SQLException {
    return new CountDifference(
        cell.workspaceId(),
        cell.platform(),
        cell.kafkaPartition(),
        key.column(),
        cell.counted(key),
        cell.recounted(key),
        Reading.rows(
            connection,
            peopleConcerned(scope, key),
            List.of(cell.workspaceId(), cell.platform(), cell.kafkaPartition()),
            row -> row.id("profile_id")));
  }

  private static String peopleConcerned(String scope, CountKey key) {
    return """
    WITH clock AS (
      SELECT kafka_partition, ready_before FROM social_offset
      WHERE stream = 'profile-events' AND %2$s
    )
    SELECT profile_id
    FROM %1$s LEFT JOIN clock USING (kafka_partition)
    WHERE %2$s AND workspace_id = ? AND platform::text = ? AND kafka_partition = ? AND %3$s
    ORDER BY updated_at DESC
    LIMIT 20
    """
        .formatted(key.table(), scope, key.condition());
  }

  private static String sql(String scope) {
    return """
      WITH clock AS (
        SELECT kafka_partition, ready_before FROM social_offset
        WHERE stream = 'profile-events' AND %1$s
      ), people AS (
        SELECT workspace_id, platform, kafka_partition, %2$s
        FROM social_profile LEFT JOIN clock USING (kafka_partition)
        WHERE %1$s
        GROUP BY 1, 2, 3
      ), messages AS (
        SELECT workspace_id, platform, kafka_partition, %3$s
        FROM social_message
        WHERE %1$s
        GROUP BY 1, 2, 3
      ), counted AS (
        SELECT * FROM social_tally WHERE %1$s
      )
      SELECT workspace_id, platform, kafka_partition, %4$s
      FROM counted
      FULL JOIN people USING (workspace_id, platform, kafka_partition)
      FULL JOIN messages USING (workspace_id, platform, kafka_partition)
      """
        .formatted(
            scope,
            columns(Recount::isOfPeople, Recount::recounted),
            columns(key -> !isOfPeople(key), Recount::recounted),
            columns(key -> true, Recount::bothFigures));
  }

  private static String recounted(CountKey key) {
    return "count(*) FILTER (WHERE %s) AS %s".formatted(key.condition(), key.column());
  }

  private static boolean isOfPeople(CountKey key) {
    return "social_profile".equals(key.table());
  }

  private static String bothFigures(CountKey key) {
    return "coalesce(counted.%1$s, 0) AS counted_%1$s, coalesce(%2$s.%1$s, 0) AS recounted_%1$s"
        .formatted(key.column(), isOfPeople(key) ? "people" : "messages");
  }

  private static String columns(Predicate<CountKey> wanted, Function<CountKey, String> sql) {
    return Arrays.stream(CountKey.values()).filter(wanted).map(sql).collect(joining(",\n  "));
  }

  private record Cell(
      String workspaceId,
      String platform,
      int kafkaPartition,
      Map<CountKey, Long> counts,
      Map<CountKey, Long> recounts) {

    static Cell of(Row row) throws SQLException {
      Map<CountKey, Long> counts = new EnumMap<>(CountKey.class);
      Map<CountKey, Long> recounts = new EnumMap<>(CountKey.class);
      for (CountKey key : CountKey.values()) {
        counts.put(key, row.number("counted_" + key.column()));
        recounts.put(key, row.number("recounted_" + key.column()));
      }
      return new Cell(
          row.text("workspace_id"),
          row.text("platform"),
          row.integer("kafka_partition"),
          counts,
          recounts);
    }

    long counted(CountKey key) {
      return counts.getOrDefault(key, 0L);
    }

    long recounted(CountKey key) {
      return recounts.getOrDefault(key, 0L);
    }
  }
}
