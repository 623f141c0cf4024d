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
 * Counts every row of the public views the plain way and compares with the counts kept beside them,
 * at one instant. Its cost grows with the number of people. Thread-safe.
 */
public final class Recount {

  private static final String CLOCK =
      """
      LEFT JOIN social_projection clock
        ON clock.stream = 'profile-events' AND clock.kafka_partition = rows.kafka_partition""";

  private static final String SQL =
      """
      WITH people AS (
        SELECT rows.workspace_id, rows.platform, rows.kafka_partition, %1$s
        FROM social_profiles rows
        %2$s
        GROUP BY 1, 2, 3
      ), messages AS (
        SELECT workspace_id, platform, kafka_partition, %3$s
        FROM social_messages
        GROUP BY 1, 2, 3
      ), counted AS (
        SELECT * FROM social_tally
        WHERE generation = (SELECT generation FROM social_generation WHERE state = 'live')
      )
      SELECT workspace_id, platform, kafka_partition, %4$s
      FROM counted
      FULL JOIN people USING (workspace_id, platform, kafka_partition)
      FULL JOIN messages USING (workspace_id, platform, kafka_partition)
      """
          .formatted(
              columns(
                  key -> isOfPeople(key),
                  key ->
                      "count(*) FILTER (WHERE %s) AS %s".formatted(key.condition(), key.column())),
              CLOCK,
              columns(
                  key -> !isOfPeople(key),
                  key ->
                      "count(*) FILTER (WHERE %s) AS %s".formatted(key.condition(), key.column())),
              columns(key -> true, Recount::bothFigures));

  private final DataSource dataSource;

  public Recount(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Counts.
   *
   * @throws ReadModelException where the tables are missing or PostgreSQL does not answer
   */
  public RecountReport run() {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      RecountReport report = run(connection);
      connection.rollback();
      return report;
    } catch (SQLException failure) {
      throw ReadModelException.of(failure);
    }
  }

  private static RecountReport run(Connection connection) throws SQLException {
    List<Cell> cells = Reading.rows(connection, SQL, List.of(), Cell::of);
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
          differences.add(difference(connection, cell, key));
        }
      }
    }
    return new RecountReport(lines, differences);
  }

  private static CountDifference difference(Connection connection, Cell cell, CountKey key)
      throws SQLException {
    return new CountDifference(
        cell.workspaceId(),
        cell.platform(),
        cell.kafkaPartition(),
        key.column(),
        cell.counted(key),
        cell.recounted(key),
        Reading.rows(
            connection,
            peopleConcerned(key),
            List.of(cell.workspaceId(), cell.platform(), cell.kafkaPartition()),
            row -> row.id("profile_id")));
  }

  private static String peopleConcerned(CountKey key) {
    return """
    SELECT rows.profile_id
    FROM %s rows
    %s
    WHERE rows.workspace_id = ? AND rows.platform::text = ? AND rows.kafka_partition = ? AND %s
    ORDER BY rows.updated_at DESC
    LIMIT 20
    """
        .formatted(key.view(), CLOCK, key.condition());
  }

  private static boolean isOfPeople(CountKey key) {
    return "social_profiles".equals(key.view());
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
