package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Admission;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The row of an account: locked while its claims are decided, so that no two workers add up. */
final class AccountRow {

  /** From this moment on a hold has no known end. */
  static final Instant UNTIL_RESUMED = Instant.parse("9999-01-01T00:00:00Z");

  private static final String READ =
      """
      SELECT held_until, held_code, held_reason, paused_by FROM social_send_accounts
      WHERE platform = ? AND account = ?""";
  private static final String LOCK = READ + " FOR UPDATE SKIP LOCKED";

  private AccountRow() {}

  /**
   * Locks the account.
   *
   * @return empty where another worker has it; else why it may not send now, where it may not
   */
  static Optional<Optional<Admission.Wait>> lock(Connection connection, From from, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      new Parameters(statement).text(from.platform()).text(from.account());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(hold(new Row(rows), now)) : Optional.empty();
      }
    }
  }

  /** Why an account may not send now, where it may not; locks nothing. */
  static Optional<Admission.Wait> read(Connection connection, From from, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      new Parameters(statement).text(from.platform()).text(from.account());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? hold(new Row(rows), now) : Optional.empty();
      }
    }
  }

  private static Optional<Admission.Wait> hold(Row row, Instant now) throws SQLException {
    if (row.optionalText("paused_by").isPresent()) {
      Reason paused = new Reason("ACCOUNT_PAUSED", "The account is paused by an operator.");
      return Optional.of(new Admission.Wait(Optional.empty(), paused));
    }
    Optional<Instant> until = row.optionalTime("held_until").filter(now::isBefore);
    if (until.isEmpty()) {
      return Optional.empty();
    }
    Reason held = new Reason(row.text("held_code"), row.text("held_reason"));
    return Optional.of(new Admission.Wait(until.filter(UNTIL_RESUMED::isAfter), held));
  }
}
