package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.State;
import dev.outreach.sending.domain.Transition;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one guarded statement of each step, made out of its definition. It takes any number of
 * changes of different messages; each row is guarded by itself, and only rows whose guard held are
 * returned.
 */
final class TransitionSql {

  /** What a change writes and asks, as {@code c} in the statements. */
  static final Columns<Change> CHANGES =
      Columns.<Change>none()
          .text("message_id", Change::messageId)
          .number("fence", Change::fence)
          .time("at", Change::at)
          .time("lease_until", change -> change.details().leaseUntil())
          .time("not_before", change -> change.details().notBefore())
          .time("write_at", change -> change.details().writeAt())
          .name("route", change -> change.details().route())
          .text("platform_message_id", change -> change.details().platformMessageId())
          .text("thread_id", change -> change.details().threadId())
          .text("sent_text", change -> change.details().sentText())
          .time("sent_at", change -> change.details().sentAt())
          .time("window_closed_at", change -> change.details().windowClosedAt())
          .flag("look_first", change -> change.details().lookFirst())
          .text("reason_code", change -> change.details().reasonCode())
          .text("reason", change -> change.details().sentence())
          .time("waiting_until", change -> change.details().waitingUntil());

  /**
   * Asked once more at the last moment: nobody took it back, suppressed the person or paused us.
   */
  private static final String NOT_STOPPED =
      """
       AND l.cancel_code IS NULL
       AND NOT EXISTS (%s)
       AND EXISTS (SELECT FROM social_send_accounts AS a
         WHERE a.platform = l.platform AND a.account = l.account
           AND a.paused_by IS NULL AND (a.held_until IS NULL OR a.held_until <= c.at)
           AND (l.route <> 'THIRD_PARTY' OR a.risk_accepted_by IS NOT NULL))
       AND NOT EXISTS (SELECT FROM social_send_stop)
      """
          .formatted(Suppressions.OF_MESSAGE);

  /** Where it was sent after the ordinary window, it is the way itself that is closed. */
  private static final String CLOSED_ROUTES =
      """
      CASE WHEN c.window_closed_at IS NOT NULL
          AND (l.route = 'THIRD_PARTY' OR l.window_open_until <= l.write_at)
        THEN array_append(l.closed_routes, l.route) ELSE l.closed_routes END\
      """;

  private static final Map<Transition, String> STATEMENTS =
      Arrays.stream(Transition.values())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), TransitionSql::statement));

  private TransitionSql() {}

  /** The statement of a step; {@link #CHANGES} are its parameters. */
  static String of(Transition transition) {
    return Objects.requireNonNull(STATEMENTS.get(transition));
  }

  private static String statement(Transition transition) {
    return """
    UPDATE social_send_ledger AS l SET state = '%s', %s %s
      lease_until = c.lease_until,
      not_before =
        CASE WHEN l.cancel_code IS NULL THEN COALESCE(c.not_before, l.not_before) ELSE c.at END,
      write_at = COALESCE(c.write_at, l.write_at), route = COALESCE(c.route, l.route),
      platform_message_id = COALESCE(c.platform_message_id, l.platform_message_id),
      thread_id = COALESCE(c.thread_id, l.thread_id),
      sent_text = COALESCE(c.sent_text, l.sent_text), sent_at = COALESCE(c.sent_at, l.sent_at),
      window_open_until = CASE WHEN l.window_open_until IS NULL THEN NULL
        ELSE LEAST(l.window_open_until, c.window_closed_at) END,
      closed_routes = %s,
      look_first = COALESCE(c.look_first, l.look_first), reason_code = c.reason_code,
      reason = c.reason, waiting_until = c.waiting_until, changed_at = c.at
    FROM %s
    WHERE l.message_id = c.message_id AND l.state IN (%s) %s %s %s
    RETURNING %s\
    """
        .formatted(
            transition.to(),
            claims(transition),
            doubts(transition),
            transition == Transition.RETRY ? "'{}'" : CLOSED_ROUTES,
            CHANGES.rows("c"),
            states(transition),
            fenceGuard(transition),
            doubtGuard(transition),
            transition == Transition.MARK ? NOT_STOPPED : "",
            Made.COLUMNS);
  }

  private static String states(Transition transition) {
    return transition.from().stream()
        .map(State::name)
        .sorted()
        .collect(Collectors.joining("', '", "'", "'"));
  }

  private static String claims(Transition transition) {
    String mark = transition == Transition.MARK ? "writes = l.writes + 1," : "";
    return switch (transition.fence()) {
      case TAKEN -> "fence = c.fence, attempt = l.attempt + 1,";
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
      case HELD -> "AND l.fence = c.fence";
      case TAKEN, ANY -> "";
    };
  }

  private static String doubtGuard(Transition transition) {
    return switch (transition.doubt()) {
      case NONE -> "AND NOT l.in_doubt";
      case PRESENT -> "AND l.in_doubt";
      case ANY, RAISED, LIFTED -> "";
    };
  }
}
