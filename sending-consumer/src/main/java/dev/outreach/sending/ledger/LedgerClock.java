package dev.outreach.sending.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * The time of the ledger's server, told by this machine's clock and its measured difference. Limits
 * count what other senders recorded, so all senders must mean the same moment by the same time,
 * whatever their own clocks say. Thread-safe.
 */
public final class LedgerClock extends Clock {

  /** A longer question leaves too much open about when the answer was true. */
  private static final Duration LONGEST_QUESTION = Duration.ofMillis(50);

  private static final String NOW = "SELECT clock_timestamp()";

  private final DataSource ledger;
  private final Clock machine;
  private final AtomicReference<Difference> difference;

  /** A clock that shows the machine's time until it is first synchronised. */
  public LedgerClock(DataSource ledger, Clock machine) {
    this(ledger, machine, new AtomicReference<>(new Difference(Duration.ZERO, false)));
  }

  private LedgerClock(DataSource ledger, Clock machine, AtomicReference<Difference> difference) {
    this.ledger = ledger;
    this.machine = machine;
    this.difference = difference;
  }

  /**
   * Measures the difference anew, to half the time the server takes to answer. Where that is long,
   * an earlier measurement is kept.
   *
   * @throws LedgerException where the server does not answer; the last difference stays
   */
  public void synchronise() {
    try (Connection connection = ledger.getConnection();
        PreparedStatement question = connection.prepareStatement(NOW)) {
      Instant asked = machine.instant();
      Instant told = answer(question);
      Duration took = Duration.between(asked, machine.instant());
      boolean isExact = !took.isNegative() && took.compareTo(LONGEST_QUESTION) <= 0;
      Duration measured = Duration.between(asked.plus(took.dividedBy(2)), told);
      if (isExact || !difference.get().isMeasured()) {
        difference.set(new Difference(measured, true));
      }
    } catch (SQLException failure) {
      throw new LedgerException("asking for the time", failure);
    }
  }

  private static Instant answer(PreparedStatement question) throws SQLException {
    try (ResultSet rows = question.executeQuery()) {
      rows.next();
      return rows.getObject(1, java.time.OffsetDateTime.class).toInstant();
    }
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(difference.get().ahead());
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new LedgerClock(ledger, machine.withZone(zone), difference);
  }

  /** By how much the server's clock is ahead of the machine's. */
  private record Difference(Duration ahead, boolean isMeasured) {}
}
