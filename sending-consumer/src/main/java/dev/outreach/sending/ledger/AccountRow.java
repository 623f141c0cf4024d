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

/**
 * The row of an account: locked while its claims are decided, so that no two workers add up.
 *
 * @param hold why it may not send now, where it may not
 * @param since when we met the account
 * @param isRiskAccepted whether a person has accepted what a third party may cost the account
 * @param now as of when
 */
record AccountRow(
    From from, Optional<Admission.Wait> hold, Instant since, boolean isRiskAccepted, Instant now) {

  /** From this moment on a hold has no known end. */
  static final Instant UNTIL_RESUMED = Instant.parse("9999-01-01T00:00:00Z");

  private static final String READ =
      """
      SELECT held_until, held_code, held_reason, paused_by, since,
        risk_accepted_by IS NOT NULL AS risk_accepted,
        EXISTS (SELECT FROM social_send_stop) AS stopped
      FROM social_send_accounts WHERE platform = ? AND account = ?\
      """;
  private static final String LOCK = READ + " FOR UPDATE OF social_send_accounts SKIP LOCKED";

  private static final Reason ALL_PAUSED =
      new Reason("ALL_PAUSED", "All sending is paused by an operator.");
  private static final Reason PAUSED =
      new Reason("ACCOUNT_PAUSED", "The account is paused by an operator.");

  /** Locks the account; empty where another worker has it. */
  static Optional<AccountRow> lock(Connection connection, From from, Instant now)
      throws SQLException {
    return select(connection, LOCK, from, now);
  }

  /** Reads the account; locks nothing. */
  static AccountRow read(Connection connection, From from, Instant now) throws SQLException {
    return select(connection, READ, from, now)
        .orElseGet(() -> new AccountRow(from, Optional.empty(), now, false, now));
  }

  private static Optional<AccountRow> select(
      Connection connection, String query, From from, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      new Parameters(statement).text(from.platform()).text(from.account());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        Row row = new Row(rows);
        return Optional.of(
            new AccountRow(
                from, hold(row, now), row.time("since"), row.flag("risk_accepted"), now));
      }
    }
  }

  private static Optional<Admission.Wait> hold(Row row, Instant now) throws SQLException {
    if (row.flag("stopped")) {
      return Optional.of(new Admission.Wait(Optional.empty(), ALL_PAUSED));
    }
    if (row.optionalText("paused_by").isPresent()) {
      return Optional.of(new Admission.Wait(Optional.empty(), PAUSED));
    }
    Optional<Instant> until = row.optionalTime("held_until").filter(now::isBefore);
    if (until.isEmpty()) {
      return Optional.empty();
    }
    Reason held = new Reason(row.text("held_code"), row.text("held_reason"));
    return Optional.of(new Admission.Wait(until.filter(UNTIL_RESUMED::isAfter), held));
  }
}
