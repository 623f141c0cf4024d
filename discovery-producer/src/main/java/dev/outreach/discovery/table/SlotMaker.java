package dev.outreach.discovery.table;

import dev.outreach.schemas.DiscoveryRequested;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.replication.ReplicationSlotInfo;

/**
 * Makes the replication slot, and publishes the rows that were there before it: exactly those that
 * the new slot will not bring and Kafka does not know. Cut off anywhere, it begins again.
 */
final class SlotMaker {

  private static final int BATCH = 500;

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
   * @return how many rows were published
   */
  long make(Set<String> known) {
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
      long published = publishRowsBefore(slot, reader, known);
      remember(reader);
      return published;
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
  private long publishRowsBefore(ReplicationSlotInfo slot, Connection reader, Set<String> known)
      throws SQLException {
    reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    reader.setAutoCommit(false);
    long published = 0;
    try (Statement statement = reader.createStatement()) {
      statement.setFetchSize(BATCH);
      statement.execute("SET TRANSACTION SNAPSHOT '" + slot.getSnapshotName() + "'");
      List<DiscoveryRequested> missing = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery(
              "SELECT " + RequestRow.COLUMNS + " FROM social_discovery_requests")) {
        while (row.next()) {
          if (!known.contains(row.getString("id"))) {
            missing.add(RequestRow.read(row));
            published++;
          }
          if (missing.size() == BATCH) {
            intakeLog.publishAndForgetPlace(missing);
            missing.clear();
          }
        }
      }
      intakeLog.publishAndForgetPlace(missing);
    }
    reader.commit();
    reader.setAutoCommit(true);
    return published;
  }
}
