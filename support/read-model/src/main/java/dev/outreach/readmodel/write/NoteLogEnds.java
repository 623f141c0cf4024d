package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Notes where the log ends, so that a reader sees how far behind the rows are. */
public final class NoteLogEnds {

  private static final Columns<LogEnd> COLUMNS =
      new Columns<LogEnd>()
          .number("generation", end -> (long) end.place().generation())
          .text("stream", end -> end.place().stream())
          .number("kafka_partition", end -> (long) end.place().partition())
          .number("end_offset", LogEnd::endOffset);

  private static final String SQL =
      """
      WITH ends AS (
        SELECT known.generation, known.stream, known.kafka_partition, incoming.end_offset
        FROM social_offset known
        JOIN (SELECT %s FROM %s) incoming USING (generation, stream, kafka_partition)
        ORDER BY known.generation, known.stream, known.kafka_partition
        FOR UPDATE OF known
      )
      UPDATE social_offset known
      SET current_until =
            CASE WHEN known.next_offset >= known.end_offset THEN known.end_seen_at
              ELSE known.current_until END,
        end_offset = ends.end_offset, end_seen_at = ?
      FROM ends
      WHERE known.generation = ends.generation AND known.stream = ends.stream
        AND known.kafka_partition = ends.kafka_partition
      """
          .formatted(COLUMNS.values(), COLUMNS.incoming());

  /** Notes the ends; partitions nobody has claimed yet are left out. */
  public void note(Connection connection, List<LogEnd> ends, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      int bound = COLUMNS.bind(statement, ends);
      statement.setObject(bound + 1, now.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }
}
