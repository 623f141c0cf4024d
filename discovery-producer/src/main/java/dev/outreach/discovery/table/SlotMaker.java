package dev.outreach.discovery.table;

import dev.outreach.schemas.DiscoveryRequested;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.replication.ReplicationSlotInfo;

/**
 * Makes the replication slot, and publishes the rows that were there before it: exactly those that
 * the new slot will not bring and Kafka does not know. Cut off anywhere, it begins again.
 */
final class SlotMaker {

  private static final int BATCH = 500;
  private static final String ROWS =
      "SELECT "
          + RequestRow.COLUMNS
          + ", coalesce(inserted_at < now() - make_interval(secs => ?), false) AS is_old"
          + " FROM social_discovery_requests";

  private final IntakeDatabase database;
  private final IntakeLog intakeLog;

  SlotMaker(IntakeDatabase database, IntakeLog intakeLog) {
    this.database = database;
    this.intakeLog = intakeLog;
  }

  /**
   * Makes the slot anew, whether there is one or not.
   *
   * @param known ids of the jobs Kafka knows, read after the log was opened
   * @param memory how long Kafka remembers jobs; older rows are left out, it may have forgotten
   *     that it knew them. Empty where it can have known none.
   */
  Made make(Set<String> known, Optional<Duration> memory) {
    try (Connection replication = database.connectForReplication();
        Connection reader = database.connect()) {
      forget(reader);
      ReplicationSlotInfo slot =
          replication
              .unwrap(PGConnection.class)
              .getReplicationAPI()
              .createReplicationSlot()
              .logical()
              .withSlotName(CaptureSlot.NAME)
              .withOutputPlugin("pgoutput")
              .make();
      Made made = publishRowsBefore(slot, reader, new Missing(known, memory));
      remember(reader);
      return made;
    } catch (SQLException failure) {
      throw new TableIntakeException("the replication slot cannot be made", failure);
    }
  }

  /** From here on until {@link #remember} the capture counts as not made. */
  private static void forget(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM social_discovery_capture");
      statement.execute(
          "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = '"
              + CaptureSlot.NAME
              + "'");
    }
  }

  private static void remember(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO social_discovery_capture (slot_name) VALUES (?)")) {
      statement.setString(1, CaptureSlot.NAME);
      statement.executeUpdate();
    }
  }

  /** Reads the table as it was at the very place the slot begins. */
  private Made publishRowsBefore(ReplicationSlotInfo slot, Connection reader, Missing missing)
      throws SQLException {
    reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    reader.setAutoCommit(false);
    try (Statement snapshot = reader.createStatement()) {
      snapshot.execute("SET TRANSACTION SNAPSHOT '" + slot.getSnapshotName() + "'");
    }
    long published = 0;
    long leftOut = 0;
    try (PreparedStatement statement = reader.prepareStatement(ROWS)) {
      statement.setFetchSize(BATCH);
      statement.setObject(1, missing.seconds());
      List<DiscoveryRequested> batch = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          if (missing.known().contains(row.getString("id"))) {
            continue;
          }
          if (row.getBoolean("is_old")) {
            leftOut++;
            continue;
          }
          batch.add(RequestRow.read(row));
          published++;
          if (batch.size() == BATCH) {
            intakeLog.publishAndForgetPlace(batch);
            batch.clear();
          }
        }
      }
      intakeLog.publishAndForgetPlace(batch);
    }
    reader.commit();
    reader.setAutoCommit(true);
    return new Made(published, leftOut);
  }

  /** Which rows are published. */
  private record Missing(Set<String> known, Optional<Duration> memory) {

    @Nullable Double seconds() {
      return memory.map(time -> (double) time.toSeconds()).orElse(null);
    }
  }

  /**
   * What became of the rows that were there.
   *
   * @param published those that had been missed
   * @param leftOut those nobody can tell whether they were, for they are too old
   */
  record Made(long published, long leftOut) {}
}
