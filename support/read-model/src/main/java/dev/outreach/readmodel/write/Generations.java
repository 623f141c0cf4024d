package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Makes, finishes, shows and drops generations. Without state. */
public final class Generations {

  /** Taken shared while the live generation is looked up and claimed, alone while it changes. */
  private static final long LOCK_OF_WHICH_IS_LIVE = 7_605_210_411_000_001L;

  private static final long LOCK_OF_THE_ONE_BUILDER = 7_605_210_411_000_002L;

  private static final String CREATE =
      """
      INSERT INTO social_generation (generation, state, projection_version, counted)
      SELECT max(generation) + 1, 'building', ?, false FROM social_generation
      RETURNING generation
      """;

  private static final String SHOW =
      """
      UPDATE social_generation
      SET state = 'live', went_live_at = now(), retired_at = NULL
      WHERE generation = ?
      """;

  private static final String RETIRE =
      "UPDATE social_generation SET state = 'retired', retired_at = now() WHERE state = 'live'";

  private static final String FENCE =
      """
      UPDATE social_offset SET owner_epoch = owner_epoch + 1
      WHERE stream = 'profile-events'
        AND generation = (SELECT generation FROM social_generation WHERE state = 'live')
      """;

  private static final String NOBODY_WRITES =
      """
      SELECT generation FROM social_generation
      WHERE generation <> ? AND (state = 'retired' OR pg_try_advisory_xact_lock_shared(?))
      ORDER BY generation
      """;

  private static final String BEHIND =
      """
      UPDATE social_offset former
      SET current_until =
            CASE WHEN former.next_offset >= former.end_offset
              THEN greatest(former.end_seen_at, former.applied_at, former.ticked_at)
              ELSE former.current_until END,
        end_offset = greatest(live.end_offset, live.next_offset),
        end_seen_at = live.end_seen_at
      FROM social_offset live
      WHERE former.generation = ? AND former.stream = 'profile-events'
        AND live.stream = 'profile-events' AND live.kafka_partition = former.kafka_partition
        AND live.generation = (SELECT generation FROM social_generation WHERE state = 'live')
      """;

  /** Every generation, the newest first. */
  public List<GenerationState> all(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet results =
            statement.executeQuery(
                "SELECT generation, state, projection_version, counted FROM social_generation"
                    + " ORDER BY generation DESC")) {
      List<GenerationState> all = new ArrayList<>();
      while (results.next()) {
        all.add(
            new GenerationState(
                results.getInt(1), results.getString(2), results.getInt(3), results.getBoolean(4)));
      }
      return all;
    }
  }

  /** Which one readers see. */
  public GenerationState live(Connection connection) throws SQLException {
    return all(connection).stream()
        .filter(generation -> generation.state().equals(GenerationState.LIVE))
        .findFirst()
        .orElseThrow(() -> new SQLException("social_generation has no live row: restore it"));
  }

  /** Until the transaction ends, no other generation becomes live. */
  public void holdLive(Connection connection) throws SQLException {
    call(connection, "SELECT pg_advisory_xact_lock_shared(?)", LOCK_OF_WHICH_IS_LIVE);
  }

  /** Whether this session may build: one at a time, until the session ends. */
  public boolean beTheOneBuilder(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      statement.setLong(1, LOCK_OF_THE_ONE_BUILDER);
      try (ResultSet results = statement.executeQuery()) {
        return results.next() && results.getBoolean(1);
      }
    }
  }

  /** Gives the right to build back; the session goes on. */
  public void beNoBuilder(Connection connection) throws SQLException {
    call(connection, "SELECT pg_advisory_unlock(?)", LOCK_OF_THE_ONE_BUILDER);
  }

  /**
   * Former generations, and those whose rebuild was given up; of the latter none is taken up again
   * before the transaction ends.
   */
  public List<Integer> nobodyWrites(Connection connection, int live) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NOBODY_WRITES)) {
      statement.setInt(1, live);
      statement.setLong(2, LOCK_OF_THE_ONE_BUILDER);
      List<Integer> generations = new ArrayList<>();
      try (ResultSet results = statement.executeQuery()) {
        while (results.next()) {
          generations.add(results.getInt(1));
        }
      }
      return generations;
    }
  }

  /** A new, empty generation. */
  public int create(Connection connection, int projectionVersion) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CREATE)) {
      statement.setInt(1, projectionVersion);
      try (ResultSet results = statement.executeQuery()) {
        results.next();
        int generation = results.getInt(1);
        call(connection, "SELECT social_prepare_generation(?::smallint)", generation);
        return generation;
      }
    }
  }

  /**
   * Gives a filled generation its other indexes and lets the planner know what its tables hold; the
   * indexes that are there stay.
   */
  public void index(Connection connection, int generation) throws SQLException {
    call(connection, "SELECT social_index_generation(?::smallint)", generation);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "ANALYZE social_profile_g%1$d, social_message_g%1$d, social_timeline_entry_g%1$d"
              .formatted(generation));
    }
  }

  /**
   * Counts a filled generation; from here on differences keep the counts. Whoever changes where a
   * day begins waits meanwhile, for only counted generations are counted again for that.
   */
  public void count(Connection connection, int generation) throws SQLException {
    new HoldPlaces().hold(connection, generation);
    call(connection, "SELECT social_count_generation(?::smallint)", generation);
    call(connection, "SELECT social_count_days(?::smallint, NULL)", generation);
    call(
        connection, "UPDATE social_generation SET counted = true WHERE generation = ?", generation);
  }

  /**
   * Makes a generation the one readers see, at the instant this transaction commits. Whoever still
   * writes into the one before is refused from then on.
   */
  public void show(Connection connection, int generation) throws SQLException {
    call(connection, "SELECT pg_advisory_xact_lock(?)", LOCK_OF_WHICH_IS_LIVE);
    call(connection, FENCE);
    call(connection, RETIRE);
    call(connection, SHOW, generation);
  }

  /** Drops a generation; waits at most 300 ms for readers of the tables it is a part of. */
  public void drop(Connection connection, int generation) throws SQLException {
    call(connection, "SET LOCAL lock_timeout = '300ms'");
    call(connection, "SELECT social_drop_generation(?::smallint)", generation);
  }

  /**
   * Says of a generation that it is as far behind as the live one is ahead of it, so that it shows
   * its true age from its first moment.
   */
  public void noteHowFarBehind(Connection connection, int generation) throws SQLException {
    call(connection, BEHIND, generation);
  }

  private static void call(Connection connection, String sql, long... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setLong(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
