package dev.outreach.discovery.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Looks at the replication slot, and decides whether it can be trusted. */
final class CaptureSlot {

  static final String NAME = "social_discovery_requests";

  /** The command that every refusal names. */
  static final String REPAIR = "./outreach table-intake repair";

  private static final long LOCK = 0x736f6369616c2d31L;

  /** Columns that came with later versions of PostgreSQL are read from JSON. */
  private static final String LOOK =
      """
      SELECT current_setting('wal_level') AS wal_level,
             current_database() AS here,
             EXISTS (SELECT FROM social_discovery_capture WHERE slot_name = ?) AS made,
             s.slot_name, s.database, s.wal_status,
             to_jsonb(s) ->> 'invalidation_reason' AS invalidation,
             s.confirmed_flush_lsn - '0/0'::pg_lsn AS confirmed,
             pg_current_wal_lsn() - '0/0'::pg_lsn AS written,
             coalesce(pg_current_wal_lsn() - s.restart_lsn, 0) AS held,
             coalesce(pg_current_wal_lsn() - s.confirmed_flush_lsn, 0) AS lag
      FROM (SELECT) AS one LEFT JOIN pg_replication_slots s ON s.slot_name = ?
      """;

  private CaptureSlot() {}

  /** Whether this connection is now the only one that may capture, until it is closed. */
  static boolean lock(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      statement.setLong(1, LOCK);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  /** Where the table is. */
  static String schema(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT current_schema()");
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getString(1);
    }
  }

  /**
   * How the slot stands.
   *
   * @param place up to where rows are in Kafka
   */
  static SlotState look(Connection connection, Optional<WalPlace> place) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
      statement.setString(1, NAME);
      statement.setString(2, NAME);
      try (ResultSet slot = statement.executeQuery()) {
        slot.next();
        return judge(slot, place);
      }
    }
  }

  private static SlotState judge(ResultSet slot, Optional<WalPlace> place) throws SQLException {
    if (!"logical".equals(slot.getString("wal_level"))) {
      return new SlotState.Broken(
          "PostgreSQL's wal_level is %s: set wal_level = logical and restart PostgreSQL"
              .formatted(slot.getString("wal_level")));
    }
    if (!slot.getBoolean("made")) {
      return new SlotState.NotMade();
    }
    if (slot.getString("slot_name") == null) {
      return broken("the replication slot " + NAME + " is gone");
    }
    if (!slot.getString("here").equals(slot.getString("database"))) {
      return broken(
          "the replication slot %s belongs to database %s"
              .formatted(NAME, slot.getString("database")));
    }
    if ("lost".equals(slot.getString("wal_status")) || slot.getString("invalidation") != null) {
      return broken(
          "PostgreSQL has given up the replication slot (%s), whose log grew past max_slot_wal_keep_size"
              .formatted(slot.getString("invalidation")));
    }
    return agree(slot, place);
  }

  /** The database and Kafka must tell of the same log: no restored copy, no slot made anew. */
  private static SlotState agree(ResultSet slot, Optional<WalPlace> place) throws SQLException {
    if (place.isPresent()) {
      long position = place.get().position();
      if (position > slot.getLong("written")) {
        return broken("the database's log ends before the last captured row: it was restored");
      }
      if (position < slot.getLong("confirmed")) {
        return broken("the replication slot was made anew or moved by somebody else");
      }
    }
    return new SlotState.Ready(slot.getLong("held"), slot.getLong("lag"));
  }

  private static SlotState.Broken broken(String what) {
    return new SlotState.Broken(what + "; rows may be missing: run " + REPAIR);
  }
}
