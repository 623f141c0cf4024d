package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.State;
import dev.outreach.sending.domain.Transition;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** Makes the one guarded statement of a step out of its definition. */
final class TransitionSql {

  /**
   * Asked once more at the last moment: nobody took it back, suppressed the person or paused us.
   */
  private static final String NOT_STOPPED =
      """
       AND cancel_code IS NULL
       AND NOT EXISTS (SELECT 1 FROM social_send_suppressions AS s
         WHERE s.workspace_id = l.workspace_id
           AND ((s.kind = 'PERSON' AND s.value = l.profile_id)
             OR (s.kind = 'HANDLE' AND s.value = lower(l.platform || ':' || l.username))
             OR (s.kind = 'DOMAIN' AND s.value = ANY (social_send_domains(l.domain)))))
       AND NOT EXISTS (SELECT 1 FROM social_send_accounts AS a
         WHERE a.platform = l.platform AND a.account = l.account
           AND (a.paused_by IS NOT NULL OR a.held_until > ?))
       AND NOT EXISTS (SELECT 1 FROM social_send_stop)
       AND (l.route <> 'THIRD_PARTY' OR EXISTS (SELECT 1 FROM social_send_accounts AS a
         WHERE a.platform = l.platform AND a.account = l.account
           AND a.risk_accepted_by IS NOT NULL))
      """;

  private TransitionSql() {}

  static String of(Transition transition) {
    String from =
        transition.from().stream()
            .map(State::name)
            .sorted()
            .collect(Collectors.joining("', '", "'", "'"));
    return """
    UPDATE social_send_ledger AS l SET state = '%s', %s %s
      lease_until = ?,
      not_before = CASE WHEN cancel_code IS NULL THEN COALESCE(?, not_before) ELSE ? END,
      write_at = COALESCE(?, write_at),
      route = COALESCE(?, route), platform_message_id = COALESCE(?, platform_message_id),
      thread_id = COALESCE(?, thread_id), sent_text = COALESCE(?, sent_text),
      sent_at = COALESCE(?, sent_at),
      window_open_until = CASE WHEN window_open_until IS NULL THEN NULL
        ELSE LEAST(window_open_until, ?) END,
      look_first = COALESCE(?, look_first), reason_code = ?, reason = ?, waiting_until = ?,
      changed_at = ?
    WHERE message_id = ? AND state IN (%s) %s %s %s\
    """
        .formatted(
            transition.to(),
            claims(transition),
            doubts(transition),
            from,
            fenceGuard(transition),
            doubtGuard(transition),
            transition == Transition.MARK ? NOT_STOPPED : "");
  }

  static void bind(PreparedStatement statement, Change change) throws SQLException {
    Details details = change.details();
    Parameters parameters = new Parameters(statement);
    if (change.takesFence()) {
      parameters.number(change.fence());
    }
    parameters
        .time(details.leaseUntil())
        .time(details.notBefore())
        .time(details.at())
        .time(details.writeAt())
        .name(details.route())
        .text(details.platformMessageId())
        .text(details.threadId())
        .text(details.sentText())
        .time(details.sentAt())
        .time(details.windowClosedAt())
        .flag(details.lookFirst())
        .text(details.reason() == null ? null : details.reason().code())
        .text(details.reason() == null ? null : details.reason().sentence())
        .time(details.waitingUntil())
        .time(details.at())
        .text(change.messageId());
    if (change.transition().fence() == Transition.Fence.HELD) {
      parameters.number(change.fence());
    }
    if (change.transition() == Transition.MARK) {
      parameters.time(details.at());
    }
  }

  private static String claims(Transition transition) {
    String mark = transition == Transition.MARK ? "writes = writes + 1," : "";
    return switch (transition.fence()) {
      case TAKEN -> "fence = ?, attempt = attempt + 1,";
      case HELD, ANY -> mark;
    };
  }

  private static String doubts(Transition transition) {
    return switch (transition.doubt()) {
      case RAISED -> "in_doubt = true,";
      case LIFTED -> "in_doubt = false,";
      case ANY, NONE, PRESENT -> "";
    };
  }

  private static String fenceGuard(Transition transition) {
    return switch (transition.fence()) {
      case HELD -> "AND fence = ?";
      case TAKEN, ANY -> "";
    };
  }

  private static String doubtGuard(Transition transition) {
    return switch (transition.doubt()) {
      case NONE -> "AND NOT in_doubt";
      case PRESENT -> "AND in_doubt";
      case ANY, RAISED, LIFTED -> "";
    };
  }
}
