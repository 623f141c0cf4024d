package dev.outreach.discovery.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** What an operator can ask and do about the table's way in, while it runs or not. */
public final class TableIntakeDesk {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

  private final TableIntakeParts parts;
  private final IntakeDatabase database;

  /** A desk for the table and topics of these parts. */
  public TableIntakeDesk(TableIntakeParts parts) {
    this.parts = parts;
    this.database = new IntakeDatabase(parts.settings());
  }

  /**
   * How the capture stands.
   *
   * @param works false where it refuses to go on
   * @param text in one line, with the fix where there is something to fix
   * @param walHeldBytes log that PostgreSQL keeps for the slot
   * @param walLagBytes log that is not read yet
   */
  public record Report(boolean works, String text, long walHeldBytes, long walLagBytes) {}

  /** What became of a repair. */
  public sealed interface Repair {

    /**
     * The slot is made anew and every row of the table is in Kafka or will be captured.
     *
     * @param published rows that had been missed
     * @param leftOut rows that are older than what Kafka remembers, so that nobody can tell whether
     *     they were
     */
    record Repaired(long published, long leftOut) implements Repair {}

    /** Nothing was wrong, so nothing was touched. */
    record NotNeeded() implements Repair {}

    /** Something is in the way; the reason says what to do. */
    record Refused(String reason) implements Repair {}
  }

  /** How the capture stands now, by PostgreSQL alone: whether Kafka agrees is seen at its start. */
  public Report report() {
    database.migrate();
    try (Connection connection = database.connect()) {
      return switch (CaptureSlot.look(connection, Optional.empty())) {
        case SlotState.NotMade() ->
            new Report(true, "no slot yet: it is made when the intake starts", 0, 0);
        case SlotState.Ready(long held, long lag) -> new Report(true, "ready", held, lag);
        case SlotState.Broken(String reason) -> new Report(false, reason, 0, 0);
      };
    } catch (SQLException failure) {
      throw new TableIntakeException("PostgreSQL does not answer", failure);
    }
  }

  /**
   * Makes the slot anew where rows may have been missed, and publishes the rows that were, as far
   * back as Kafka can tell.
   */
  public Repair repair() throws InterruptedException {
    database.migrate();
    try (Connection guard = database.connect()) {
      if (!lock(guard)) {
        return new Repair.NotNeeded();
      }
      try (IntakeLog intakeLog = IntakeLog.open(parts.kafka(), parts.topics(), parts.serdes())) {
        return switch (CaptureSlot.look(guard, intakeLog.place())) {
          case SlotState.Ready _ -> new Repair.NotNeeded();
          case SlotState.Broken(String reason) when !reason.contains(CaptureSlot.REPAIR) ->
              new Repair.Refused(reason);
          case SlotState.Broken _, SlotState.NotMade _ -> repaired(intakeLog);
        };
      }
    } catch (SQLException failure) {
      throw new TableIntakeException("PostgreSQL does not answer", failure);
    }
  }

  private Repair repaired(IntakeLog intakeLog) {
    SlotMaker.Made made = SlotMaker.made(database, intakeLog, parts);
    return new Repair.Repaired(made.published(), made.leftOut());
  }

  /** An intake that refuses lets go between its looks; one that works holds on. */
  private static boolean lock(Connection guard) throws SQLException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!CaptureSlot.lock(guard)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    return true;
  }
}
