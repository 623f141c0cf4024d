package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Candidate;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result.Route;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages of an account whose time may have come, longest approved first, locked. */
final class DueRows {

  /** Only the rows that are taken are looked at further, however many wait behind them. */
  private static final String SELECT =
      """
      SELECT %s, s.reason_code AS stop_code, s.reason AS stop_reason
      FROM (
        SELECT * FROM social_send_ledger
        WHERE platform = ? AND account = ? AND state = 'READY' AND not_before <= ?
        ORDER BY not_before, approved_at, message_id LIMIT ?
        FOR UPDATE SKIP LOCKED) AS l
      LEFT JOIN LATERAL (%s LIMIT 1) AS s ON true
      ORDER BY l.not_before, l.approved_at, l.message_id\
      """
          .formatted(OrderRow.COLUMNS, Suppressions.OF_MESSAGE);

  private DueRows() {}

  static List<Candidate> select(Connection connection, From from, int most, Instant now)
      throws SQLException {
    List<Candidate> due = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
      new Parameters(statement).text(from.platform()).text(from.account()).time(now).number(most);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          due.add(candidate(new Row(rows)));
        }
      }
    }
    return due;
  }

  private static Candidate candidate(Row row) throws SQLException {
    Optional<Reason> cancelled = reason(row, "cancel_code", "cancel_reason");
    Optional<Reason> suppressed = reason(row, "stop_code", "stop_reason");
    return new Candidate(
        OrderRow.order(row),
        OrderRow.position(row),
        row.number("writes"),
        row.flag("look_first"),
        cancelled.or(() -> suppressed),
        row.optionalText("reason_code"),
        row.optionalText("route").map(Route::valueOf),
        OrderRow.closedRoutes(row));
  }

  private static Optional<Reason> reason(Row row, String code, String sentence)
      throws SQLException {
    Optional<String> found = row.optionalText(code);
    return found.isPresent()
        ? Optional.of(new Reason(found.get(), row.text(sentence)))
        : Optional.empty();
  }
}
