package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves the clock of follow-ups: people last contacted before the new moment become ready, or are
 * so no longer where the clock or the threshold went back. Reads only the people between the old
 * moment and the new one, by their index of due times.
 */
public final class TickFollowUps {

  private static final Columns<Claim> COLUMNS =
      new Columns<Claim>()
          .number("generation", claim -> (long) claim.place().generation())
          .text("stream", claim -> claim.place().stream())
          .number("kafka_partition", claim -> (long) claim.place().partition())
          .number("owner_epoch", Claim::ownerEpoch);

  /** A statement of its own, so that the next one sees every batch that held the lock before. */
  private static final String LOCK =
      """
      SELECT known.kafka_partition
      FROM social_offset known
      JOIN (SELECT %s FROM %s) incoming
        USING (generation, stream, kafka_partition, owner_epoch)
      ORDER BY known.kafka_partition
      FOR UPDATE OF known
      """
          .formatted(COLUMNS.values(), COLUMNS.incoming());

  private final String move;

  /** Ticks in a generation that exists. */
  public TickFollowUps(int generation) {
    this.move =
        """
        WITH clock AS (
          SELECT kafka_partition, ready_before AS old_moment, ?::timestamptz AS new_moment
          FROM social_offset
          WHERE generation = %1$d AND stream = 'profile-events' AND kafka_partition = ANY (?)
        ), moved AS (
          SELECT 1 AS step, workspace_id, platform, kafka_partition
          FROM clock
          JOIN social_profile_g%1$d person USING (kafka_partition)
          WHERE outreach_status = 'sent' AND follow_ups_left > 0
            AND last_contacted_at >= old_moment AND last_contacted_at < new_moment
          UNION ALL
          SELECT -1, workspace_id, platform, kafka_partition
          FROM clock
          JOIN social_profile_g%1$d person USING (kafka_partition)
          WHERE outreach_status = 'sent' AND follow_ups_left > 0
            AND last_contacted_at >= new_moment AND last_contacted_at < old_moment
        ), ticked AS (
          UPDATE social_offset known
          SET ready_before = clock.new_moment, ticked_at = ?
          FROM clock
          WHERE known.generation = %1$d AND known.stream = 'profile-events'
            AND known.kafka_partition = clock.kafka_partition
        )
        INSERT INTO social_tally AS tally
          (generation, workspace_id, platform, kafka_partition, followup_ready)
        SELECT %1$d, workspace_id, platform, kafka_partition, sum(step)
        FROM moved
        GROUP BY workspace_id, platform, kafka_partition
        ORDER BY workspace_id, platform, kafka_partition
        ON CONFLICT (generation, workspace_id, platform, kafka_partition) DO UPDATE SET
          followup_ready = tally.followup_ready + excluded.followup_ready
        RETURNING tally.workspace_id
        """
            .formatted(generation);
  }

  /**
   * Ticks the partitions that are still ours; must run in a transaction of its own.
   *
   * @param claims claims of profile-events
   * @param readyBefore people last contacted before this whole second are due
   * @return the workspaces whose counts changed, each once
   */
  public List<String> tick(
      Connection connection, List<Claim> claims, Instant readyBefore, Instant now)
      throws SQLException {
    List<Integer> ours = lock(connection, claims);
    if (ours.isEmpty()) {
      return List.of();
    }
    try (PreparedStatement statement = connection.prepareStatement(move)) {
      statement.setObject(1, utc(readyBefore));
      statement.setArray(2, connection.createArrayOf("int4", ours.toArray()));
      statement.setObject(3, utc(now));
      List<String> workspaces = new ArrayList<>();
      try (ResultSet results = statement.executeQuery()) {
        while (results.next()) {
          workspaces.add(results.getString(1));
        }
      }
      return workspaces.stream().distinct().toList();
    }
  }

  private static List<Integer> lock(Connection connection, List<Claim> claims) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      COLUMNS.bind(statement, claims);
      List<Integer> partitions = new ArrayList<>();
      try (ResultSet results = statement.executeQuery()) {
        while (results.next()) {
          partitions.add(results.getInt(1));
        }
      }
      return partitions;
    }
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
