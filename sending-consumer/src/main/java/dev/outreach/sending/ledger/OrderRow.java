package dev.outreach.sending.ledger;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Position;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.State;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Set;

/** Reads what was ordered, and where it stands, out of a row of the ledger. */
final class OrderRow {

  /** Every column this needs, of the ledger under the alias {@code l}. */
  static final String COLUMNS =
      """
      l.message_id, l.order_id, l.workspace_id, l.profile_id, l.step, l.correlation_id,
      l.platform, l.account, l.message_type, l.recipient, l.address_known, l.username,
      l.profile_url, l.body, l.fingerprint, l.thread_id, l.window_open_until, l.approved_at,
      l.approved_by, l.expires_at, l.state, l.fence, l.attempt, l.in_doubt, l.writes,
      l.time_zone, l.domain, l.clicked_at, l.route, l.look_first, l.cancel_code, l.cancel_reason,
      l.reason_code, l.write_at, l.closed_routes\
      """;

  private OrderRow() {}

  static Order order(Row row) throws SQLException {
    return new Order(
        row.text("order_id"),
        new Order.Who(
            row.text("workspace_id"),
            row.text("profile_id"),
            row.text("message_id"),
            row.number("step"),
            Order.MessageKind.valueOf(row.text("message_type")),
            row.text("correlation_id")),
        new Order.From(row.text("platform"), row.text("account")),
        new Order.To(
            row.text("recipient"),
            row.flag("address_known"),
            row.text("username"),
            row.optionalText("profile_url"),
            row.optionalText("thread_id"),
            row.optionalText("time_zone").map(ZoneId::of),
            row.optionalText("domain")),
        row.text("body"),
        row.text("fingerprint"),
        row.optionalTime("window_open_until"),
        new Order.Approval(
            row.time("approved_at"),
            row.text("approved_by"),
            row.time("expires_at"),
            row.optionalTime("clicked_at")));
  }

  /** By which ways the platform takes the message no more. */
  static Set<Route> closedRoutes(Row row) throws SQLException {
    return row.texts("closed_routes").stream().map(Route::valueOf).collect(toUnmodifiableSet());
  }

  static Position position(Row row) throws SQLException {
    return new Position(
        State.valueOf(row.text("state")),
        row.bigNumber("fence"),
        row.number("attempt"),
        row.flag("in_doubt"));
  }
}
