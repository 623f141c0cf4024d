package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Tells whether the store has gone back behind what we wrote: it was restored from a backup. */
public final class LookBack {

  private static final Columns<Claim> COLUMNS =
      new Columns<Claim>()
          .number("generation", claim -> (long) claim.place().generation())
          .text("stream", claim -> claim.place().stream())
          .number("kafka_partition", claim -> (long) claim.place().partition())
          .number("owner_epoch", Claim::ownerEpoch)
          .number("next_offset", Claim::nextOffset);

  /** A higher epoch is not a step back: somebody else has claimed the partition after us. */
  private static final String SQL =
      """
      SELECT count(*)
      FROM (SELECT %s FROM %s) ours
      LEFT JOIN social_offset known USING (generation, stream, kafka_partition)
      WHERE known.owner_epoch IS NULL OR known.owner_epoch < ours.owner_epoch
        OR (known.owner_epoch = ours.owner_epoch AND known.next_offset < ours.next_offset)
      """
          .formatted(COLUMNS.values(), COLUMNS.incoming());

  /** How many partitions stand before where these claims are; read them before asking. */
  public long stepsBack(Connection connection, List<Claim> claims) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      COLUMNS.bind(statement, claims);
      try (ResultSet results = statement.executeQuery()) {
        results.next();
        return results.getLong(1);
      }
    }
  }
}
