package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.State;
import dev.outreach.sending.domain.Transition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Turns orders into rows: once each, however often they are read. */
final class Orders {

  private static final String ACCOUNT =
      "INSERT INTO social_send_accounts (platform, account) VALUES (?, ?) ON CONFLICT DO NOTHING";
  private static final String ACCEPT =
      """
      INSERT INTO social_send_ledger
        (order_id, workspace_id, correlation_id, platform, account, message_type, recipient,
         address_known, username, profile_url, body, fingerprint, thread_id, window_open_until,
         approved_at, approved_by, expires_at, not_before, changed_at, time_zone,
         domain, message_id, profile_id, step)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING\
      """;
  private static final String REOPEN =
      """
      UPDATE social_send_ledger SET state = 'READY',
        order_id = ?, workspace_id = ?, correlation_id = ?, platform = ?, account = ?,
        message_type = ?, recipient = ?, address_known = ?, username = ?, profile_url = ?, body = ?,
        fingerprint = ?, thread_id = ?, window_open_until = ?, approved_at = ?, approved_by = ?,
        expires_at = ?, not_before = ?, changed_at = ?, time_zone = ?, domain = ?,
        clicked_at = NULL,
        writes = 0, look_first = false, cancel_code = NULL, cancel_reason = NULL, lease_until = NULL,
        write_at = NULL, route = NULL, reason_code = NULL, reason = NULL, waiting_until = NULL
      WHERE message_id = ? AND profile_id = ? AND step = ? AND state IN (%s) AND NOT in_doubt
        AND order_id <> ? AND approved_at < ?\
      """
          .formatted(
              Transition.REOPEN.from().stream()
                  .map(State::name)
                  .sorted()
                  .collect(Collectors.joining("', '", "'", "'")));

  /** Accepts orders in their sequence; one that is known already changes nothing. */
  void accept(Connection connection, List<Order> orders, Instant now) throws SQLException {
    addAccounts(connection, orders);
    List<Order> known = insert(connection, orders, now);
    try (PreparedStatement reopen = connection.prepareStatement(REOPEN)) {
      for (Order order : known) {
        bind(reopen, order, now).text(order.orderId()).time(order.approval().at());
        reopen.executeUpdate();
      }
    }
  }

  private static void addAccounts(Connection connection, List<Order> orders) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ACCOUNT)) {
      for (Order.From from : orders.stream().map(Order::from).distinct().toList()) {
        new Parameters(statement).text(from.platform()).text(from.account());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static List<Order> insert(Connection connection, List<Order> orders, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ACCEPT)) {
      for (Order order : orders) {
        bind(statement, order, now);
        statement.addBatch();
      }
      int[] counts = statement.executeBatch();
      return java.util.stream.IntStream.range(0, counts.length)
          .filter(i -> counts[i] == 0)
          .mapToObj(orders::get)
          .toList();
    }
  }

  private static Parameters bind(PreparedStatement statement, Order order, Instant now)
      throws SQLException {
    return new Parameters(statement)
        .text(order.orderId())
        .text(order.who().workspaceId())
        .text(order.who().correlationId())
        .text(order.from().platform())
        .text(order.from().account())
        .name(order.who().kind())
        .text(order.to().recipient())
        .flag(order.to().addressKnown())
        .text(order.to().username())
        .text(order.to().profileUrl().orElse(null))
        .text(order.text())
        .text(order.fingerprint())
        .text(order.to().threadId().orElse(null))
        .time(order.windowOpenUntil().orElse(null))
        .time(order.approval().at())
        .text(order.approval().by())
        .time(order.approval().expiresAt())
        .time(now)
        .time(now)
        .text(order.to().zone().map(ZoneId::getId).orElse(null))
        .text(order.to().domain().orElse(null))
        .text(order.who().messageId())
        .text(order.who().profileId())
        .number(order.who().step());
  }
}
