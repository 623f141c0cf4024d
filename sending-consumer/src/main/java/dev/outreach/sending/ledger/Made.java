package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order.From;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * A step that was made, and the row as it is after it: whatever follows from the step needs no
 * further look at the ledger.
 *
 * @param route by which way it leaves or left, empty where it was never tried
 * @param changedAt the moment of the step as it was stored
 */
record Made(
    Change change,
    String orderId,
    String workspaceId,
    String profileId,
    String correlationId,
    From from,
    String messageType,
    int attempt,
    Optional<String> route,
    Optional<String> platformMessageId,
    Optional<String> threadId,
    String fingerprint,
    Optional<String> reasonCode,
    Instant changedAt) {

  /** Every column this needs, of the ledger under the alias {@code l}. */
  static final String COLUMNS =
      """
      l.message_id, l.order_id, l.workspace_id, l.profile_id, l.correlation_id, l.platform,
      l.account, l.message_type, l.attempt, l.route, l.platform_message_id, l.thread_id,
      l.fingerprint, l.reason_code, l.changed_at\
      """;

  static Made of(Change change, Row row) throws SQLException {
    return new Made(
        change,
        row.text("order_id"),
        row.text("workspace_id"),
        row.text("profile_id"),
        row.text("correlation_id"),
        new From(row.text("platform"), row.text("account")),
        row.text("message_type"),
        row.number("attempt"),
        row.optionalText("route"),
        row.optionalText("platform_message_id"),
        row.optionalText("thread_id"),
        row.text("fingerprint"),
        row.optionalText("reason_code"),
        row.time("changed_at"));
  }

  /** The message's id. */
  String messageId() {
    return change.messageId();
  }
}
