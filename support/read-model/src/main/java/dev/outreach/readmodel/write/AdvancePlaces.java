package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Moves offsets on, where they are still ours and where we left them. Must be the first statement
 * of its transaction: it locks the partitions' rows, so that batches and ticks of the same
 * partition come one after the other.
 */
public final class AdvancePlaces {

  private static final Columns<Advance> COLUMNS =
      new Columns<Advance>()
          .number("generation", step -> (long) step.claim().place().generation())
          .text("stream", step -> step.claim().place().stream())
          .number("kafka_partition", step -> (long) step.claim().place().partition())
          .number("owner_epoch", step -> step.claim().ownerEpoch())
          .number("old_offset", step -> step.claim().nextOffset())
          .number("new_offset", Advance::nextOffset);

  private static final String SQL =
      """
      WITH ours AS (
        SELECT known.generation, known.stream, known.kafka_partition, incoming.new_offset
        FROM social_offset known
        JOIN (SELECT %s FROM %s) incoming USING (generation, stream, kafka_partition)
        WHERE known.owner_epoch = incoming.owner_epoch
          AND known.next_offset = incoming.old_offset
        ORDER BY known.generation, known.stream, known.kafka_partition
        FOR UPDATE OF known
      )
      UPDATE social_offset known
      SET next_offset = ours.new_offset, applied_at = ?
      FROM ours
      WHERE known.generation = ours.generation AND known.stream = ours.stream
        AND known.kafka_partition = ours.kafka_partition
      """
          .formatted(COLUMNS.values(), COLUMNS.incoming());

  /**
   * Moves.
   *
   * @return false where a partition is not ours any more: the caller must roll back
   */
  public boolean advance(Connection connection, List<Advance> steps, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      int bound = COLUMNS.bind(statement, steps);
      statement.setObject(bound + 1, now.atOffset(ZoneOffset.UTC));
      return statement.executeUpdate() == steps.size();
    }
  }
}
