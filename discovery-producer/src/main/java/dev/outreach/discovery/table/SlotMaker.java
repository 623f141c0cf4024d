package dev.outreach.discovery.table;

import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.topics.Topic;
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

  /** Stands in the place of the slot's name once there has been a slot. */
  private static final String MADE_BEFORE = "made before";

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

  /** The slot made anew by what Kafka knows now. */
  static Made made(IntakeDatabase database, IntakeLog intakeLog, TableIntakeParts parts) {
    Topic requests = parts.topics().discoveryRequests();
    return new SlotMaker(database, intakeLog)
        .make(
            KnownJobs.read(parts.kafka(), requests),
            Optional.ofNullable(requests.retention()).map(kept -> kept.minusDays(1)));
  }

  /**
   * Makes the slot anew, whether there is one or not.
   *
   * @param known ids of the jobs Kafka knows, read after the log was opened
   * @param memory how long Kafka remembers jobs, empty for ever: where there was a slot before, it
   *     may have forgotten older rows, so these are left out
   */
  private Made make(Set<String> known, Optional<Duration> memory) {
    try (Connection replication = database.connectForReplication();
        Connection reader = database.connect()) {
      boolean wasMade = forget(reader);
      ReplicationSlotInfo slot =
          replication
              .unwrap(PGConnection.class)
              .getReplicationAPI()
              .createReplicationSlot()
              .logical()
              .withSlotName(CaptureSlot.NAME)
              .withOutputPlugin("pgoutput")
              .make();
      Made made = publishRowsBefore(slot, reader, new Missing(known, memory.filter(_ -> wasMade)));
      remember(reader);
      return made;
    } catch (SQLException failure) {
      throw new TableIntakeException("the replication slot cannot be made", failure);
    }
  }

  /**
   * From here on until {@link #remember} the capture counts as not made; that it was made once
   * stays known, also where this is cut off.
   *
   * @return whether it was
   */
  private static boolean forget(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean wasMade =
          statement.executeUpdate(
                  "INSERT INTO social_discovery_capture (slot_name) SELECT '%1$s' FROM social_discovery_capture LIMIT 1 ON CONFLICT (slot_name) DO UPDATE SET beat_at = now()"
                      .formatted(MADE_BEFORE))
              > 0;
      statement.execute(
          "DELETE FROM social_discovery_capture WHERE slot_name = '" + CaptureSlot.NAME + "'");
      statement.execute(
          "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = '"
              + CaptureSlot.NAME
              + "'");
      return wasMade;
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
