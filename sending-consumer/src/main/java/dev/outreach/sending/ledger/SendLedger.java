package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Transition;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The ledger as workers see it. Every step is one guarded statement, so that of two workers who
 * want the same step one gets it. Thread-safe.
 */
public final class SendLedger implements AutoCloseable {

  private static final String DUE_ACCOUNTS =
      """
      SELECT a.platform, a.account FROM social_send_accounts AS a
      CROSS JOIN LATERAL (
        SELECT FROM social_send_ledger AS l
        WHERE l.platform = a.platform AND l.account = a.account
          AND l.state = 'READY' AND l.not_before <= ?
        ORDER BY l.not_before LIMIT 1) AS next\
      """;

  private final Database database;
  private final ChangeWriter writer = new ChangeWriter();
  private final Claims claims;
  private final GroupCommit marks;
  private final GroupCommit outcomes;

  /** A ledger in a database that {@link SendingSchema} has prepared. */
  public SendLedger(Database database, ClaimRules rules) {
    this.database = database;
    this.claims = new Claims(writer, rules);
    this.marks = new GroupCommit("ledger-marks", this::writeAll);
    this.outcomes = new GroupCommit("ledger-outcomes", this::writeAll);
  }

  /** The accounts that have messages whose time may have come. */
  public List<From> dueAccounts(Instant now) {
    return database.read(
        "looking for due accounts",
        connection -> {
          List<From> due = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement(DUE_ACCOUNTS)) {
            new Parameters(statement).time(now);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                Row row = new Row(rows);
                due.add(new From(row.text("platform"), row.text("account")));
              }
            }
          }
          return due;
        });
  }

  /** Claims messages of an account for a worker, within its limits; others end, wait or move. */
  public List<Claimed> claim(From from, int most, Instant now) {
    return database.transaction(
        "claiming", connection -> claims.claim(connection, from, most, now));
  }

  /**
   * Makes one step durable, sharing the transaction with other workers. Marks and outcomes go into
   * transactions of their own: a mark, for which a connection waits, is one statement and waits for
   * no chain of receipts.
   *
   * @return false where the guard did not hold: the message is not ours any more
   * @throws LedgerException where the database failed; the step may or may not have been made
   */
  public boolean write(Change change) throws InterruptedException {
    return (change.transition() == Transition.MARK ? marks : outcomes).write(change);
  }

  /** Frees what lost workers held; what they may have sent becomes doubtful. */
  public int endLeases(Instant now, Duration settle) {
    return database.transaction(
        "ending leases",
        connection ->
            writer.write(connection, Housekeeping.endedLeases(connection, now, settle)).size());
  }

  /** Ends what no person has sent in time. */
  public int endOverdue(Instant now) {
    return database.transaction(
        "ending overdue messages",
        connection -> writer.write(connection, Housekeeping.overdue(connection, now)).size());
  }

  /** Takes back from people what is for somebody suppressed meanwhile. */
  public int endSuppressed(Instant now) {
    return database.transaction(
        "taking back what is for somebody suppressed",
        connection -> writer.write(connection, Housekeeping.suppressed(connection, now)).size());
  }

  /** Wakes what waits for an operator who has lifted the pause already. */
  public int wakeFreed(Instant now) {
    return database.transaction(
        "waking what is free", connection -> Housekeeping.wakeFreed(connection, now));
  }

  /** Takes up again what a person has clicked to have sent. */
  public int takeClicked(Instant now) {
    return database.transaction(
        "taking up what was clicked",
        connection -> writer.write(connection, Housekeeping.clicked(connection, now)).size());
  }

  /** Messages in doubt to be looked into now; they are offered again at {@code again}. */
  public List<Doubtful> doubts(Instant now, Instant again, int most) {
    return database.transaction(
        "looking for doubts", connection -> Housekeeping.doubts(connection, now, again, most));
  }

  private Set<Change> writeAll(List<Change> changes) {
    return database.transaction("writing steps", connection -> writer.write(connection, changes));
  }

  @Override
  public void close() {
    marks.close();
    outcomes.close();
  }
}
