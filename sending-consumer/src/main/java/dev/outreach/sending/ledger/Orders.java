package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.State;
import dev.outreach.sending.domain.Transition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns orders into rows: once each, however often they are read. */
final class Orders {

  private static final Columns<Order.From> ACCOUNTS =
      Columns.<Order.From>none()
          .text("platform", Order.From::platform)
          .text("account", Order.From::account);
  private static final String ACCOUNT =
      "INSERT INTO social_send_accounts (%s) SELECT * FROM %s ON CONFLICT DO NOTHING"
          .formatted(ACCOUNTS.names(), ACCOUNTS.rows("a"));
  private static final Columns<Order> ORDERS =
      Columns.<Order>none()
          .text("order_id", Order::orderId)
          .text("workspace_id", order -> order.who().workspaceId())
          .text("correlation_id", order -> order.who().correlationId())
          .text("platform", order -> order.from().platform())
          .text("account", order -> order.from().account())
          .name("message_type", order -> order.who().kind())
          .text("recipient", order -> order.to().recipient())
          .flag("address_known", order -> order.to().addressKnown())
          .text("username", order -> order.to().username())
          .text("profile_url", order -> order.to().profileUrl().orElse(null))
          .text("body", Order::text)
          .text("fingerprint", Order::fingerprint)
          .text("thread_id", order -> order.to().threadId().orElse(null))
          .time("window_open_until", order -> order.windowOpenUntil().orElse(null))
          .time("approved_at", order -> order.approval().at())
          .text("approved_by", order -> order.approval().by())
          .time("expires_at", order -> order.approval().expiresAt())
          .text("time_zone", order -> order.to().zone().map(ZoneId::getId).orElse(null))
          .text("domain", order -> order.to().domain().orElse(null))
          .text("message_id", order -> order.who().messageId())
          .text("profile_id", order -> order.who().profileId())
          .number("step", order -> (long) order.who().step());
  private static final String ACCEPT =
      """
      INSERT INTO social_send_ledger (%s) SELECT * FROM %s
      ON CONFLICT DO NOTHING RETURNING order_id\
      """
          .formatted(acceptedAt(Instant.EPOCH).names(), acceptedAt(Instant.EPOCH).rows("o"));
  private static final String REOPEN =
      """
      UPDATE social_send_ledger AS l SET state = 'READY',
        order_id = o.order_id, workspace_id = o.workspace_id, correlation_id = o.correlation_id,
        platform = o.platform, account = o.account, message_type = o.message_type,
        recipient = o.recipient, address_known = o.address_known, username = o.username,
        profile_url = o.profile_url, body = o.body, fingerprint = o.fingerprint,
        thread_id = o.thread_id, window_open_until = o.window_open_until,
        approved_at = o.approved_at, approved_by = o.approved_by, expires_at = o.expires_at,
        not_before = o.not_before, changed_at = o.changed_at, time_zone = o.time_zone,
        domain = o.domain, clicked_at = NULL, writes = 0, look_first = false, cancel_code = NULL,
        cancel_reason = NULL, lease_until = NULL, write_at = NULL, route = NULL,
        closed_routes = '{}', reason_code = NULL, reason = NULL, waiting_until = NULL
      FROM %s
      WHERE l.message_id = o.message_id AND l.profile_id = o.profile_id AND l.step = o.step
        AND l.state IN (%s) AND NOT l.in_doubt
        AND l.order_id <> o.order_id AND l.approved_at < o.approved_at\
      """
          .formatted(
              acceptedAt(Instant.EPOCH).rows("o"),
              Transition.REOPEN.from().stream()
                  .map(State::name)
                  .sorted()
                  .collect(Collectors.joining("', '", "'", "'")));

  /** Accepts orders in their sequence; one that is known already changes nothing. */
  void accept(Connection connection, List<Order> orders, Instant now) throws SQLException {
    addAccounts(connection, orders);
    Set<String> inserted = insert(connection, orders, now);
    for (Order order : orders) {
      if (!inserted.contains(order.orderId())) {
        acceptedAt(now).write(connection, REOPEN, List.of(order));
      }
    }
  }

  private static Columns<Order> acceptedAt(Instant now) {
    return ORDERS.time("not_before", _ -> now).time("changed_at", _ -> now);
  }

  private static void addAccounts(Connection connection, List<Order> orders) throws SQLException {
    ACCOUNTS.write(connection, ACCOUNT, orders.stream().map(Order::from).distinct().toList());
  }

  /** The orders that were new. */
  private static Set<String> insert(Connection connection, List<Order> orders, Instant now)
      throws SQLException {
    Set<String> inserted = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(ACCEPT);
        ResultSet rows = acceptedAt(now).bind(statement, orders).executeQuery()) {
      while (rows.next()) {
        inserted.add(rows.getString("order_id"));
      }
    }
    return inserted;
  }
}
