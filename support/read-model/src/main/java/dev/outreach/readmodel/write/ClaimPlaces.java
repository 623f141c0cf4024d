package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Takes partitions over from whoever had them; what those still hold is refused from now on. */
public final class ClaimPlaces {

  private static final Columns<Place> COLUMNS =
      new Columns<Place>()
          .number("generation", place -> (long) place.generation())
          .text("stream", Place::stream)
          .number("kafka_partition", place -> (long) place.partition());

  private static final String SQL =
      """
      INSERT INTO social_offset AS known
        (generation, stream, kafka_partition, next_offset, owner_epoch, owner)
      SELECT generation, stream, kafka_partition, 0, 1, ?
      FROM (SELECT %s FROM %s) incoming
      ORDER BY generation, stream, kafka_partition
      ON CONFLICT (generation, stream, kafka_partition) DO UPDATE SET
        owner_epoch = known.owner_epoch + 1, owner = excluded.owner
      RETURNING generation, stream, kafka_partition, owner_epoch, next_offset
      """
          .formatted(COLUMNS.values(), COLUMNS.incoming());

  /**
   * Claims.
   *
   * @param owner who, for an operator's eyes
   */
  public List<Claim> claim(Connection connection, Collection<Place> places, String owner)
      throws SQLException {
    if (places.isEmpty()) {
      return List.of();
    }
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, owner);
      COLUMNS.bindAfter(1, statement, List.copyOf(places));
      List<Claim> claims = new ArrayList<>();
      try (ResultSet results = statement.executeQuery()) {
        while (results.next()) {
          claims.add(
              new Claim(
                  new Place(results.getInt(1), results.getString(2), results.getInt(3)),
                  results.getLong(4),
                  results.getLong(5)));
        }
      }
      return claims;
    }
  }
}
