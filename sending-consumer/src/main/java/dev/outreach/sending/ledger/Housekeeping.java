package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Aftermath;
import dev.outreach.sending.domain.Position;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.Routing;
import dev.outreach.sending.domain.State;
import dev.outreach.sending.domain.Transition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what its worker has left behind, and what has waited too long. */
final class Housekeeping {

  private static final String LEASES =
      """
      SELECT message_id, state, fence, attempt, in_doubt FROM social_send_ledger
      WHERE state IN ('CLAIMED', 'WRITING') AND lease_until <= ?
      ORDER BY lease_until LIMIT 500 FOR UPDATE SKIP LOCKED\
      """;
  private static final String DOUBTS =
      """
      UPDATE social_send_ledger AS l SET not_before = ?
      WHERE l.message_id IN (
        SELECT message_id FROM social_send_ledger WHERE state = 'UNKNOWN' AND not_before <= ?
        ORDER BY not_before LIMIT ? FOR UPDATE SKIP LOCKED)
      RETURNING %s\
      """
          .formatted(OrderRow.COLUMNS);
  private static final String OVERDUE =
      """
      SELECT message_id, state, fence, attempt, in_doubt FROM social_send_ledger
      WHERE state = 'WAITING_PERSON' AND expires_at <= ?
      ORDER BY expires_at LIMIT 500 FOR UPDATE SKIP LOCKED\
      """;

  private static final String CLICKED =
      """
      SELECT message_id, state, fence, attempt, in_doubt FROM social_send_ledger
      WHERE state = 'WAITING_PERSON' AND reason_code = 'CLICK_NEEDED' AND clicked_at > ?
      LIMIT 500 FOR UPDATE SKIP LOCKED\
      """;

  private static final String SUPPRESSED =
      """
      SELECT l.message_id, l.state, l.fence, l.attempt, l.in_doubt,
        s.reason_code AS stop_code, s.reason AS stop_reason
      FROM social_send_ledger AS l CROSS JOIN LATERAL (%s LIMIT 1) AS s
      WHERE l.state = 'WAITING_PERSON' AND EXISTS (SELECT FROM social_send_suppressions)
      LIMIT 500 FOR UPDATE OF l SKIP LOCKED\
      """
          .formatted(Suppressions.OF_MESSAGE);
  private static final String FREED =
      """
      UPDATE social_send_ledger AS l SET not_before = ?
      FROM social_send_accounts AS a
      WHERE l.platform = a.platform AND l.account = a.account AND l.state = 'READY'
        AND l.not_before = ? AND a.paused_by IS NULL
        AND (a.held_until IS NULL OR a.held_until <= ?)
        AND NOT EXISTS (SELECT FROM social_send_stop)\
      """;

  private static final Reason CLICK =
      new Reason("CLICKED", "A person has clicked to have it sent.");
  private static final Reason LEASE_OVER =
      new Reason("WORKER_LOST", "The worker vanished before it had sent anything.");
  static final Reason OUTCOME_UNKNOWN =
      new Reason("OUTCOME_UNKNOWN", "It may have been sent; the platform is being asked.");
  private static final Reason NOBODY_SENT =
      new Reason("EXPIRED", "The approval ran out before a person had sent it.");

  private Housekeeping() {}

  /** The steps for messages whose worker's time is over; locked. */
  static List<Change> endedLeases(Connection connection, Instant now, Duration settle)
      throws SQLException {
    return changes(
        connection,
        LEASES,
        now,
        (messageId, position) -> {
          Transition end = Aftermath.ofLeaseEnd(position.state());
          if (position.state() == State.CLAIMED) {
            return Change.of(
                messageId,
                end,
                position.fence(),
                Details.waiting(now, now, LEASE_OVER, Optional.empty()));
          }
          Instant look = now.plus(settle);
          return Change.of(
                  messageId,
                  end,
                  position.fence(),
                  Details.waiting(now, look, OUTCOME_UNKNOWN, Optional.of(look)))
              .telling(new Result.Deferred(OUTCOME_UNKNOWN, Optional.of(look)));
        });
  }

  /** The steps for messages that no person has sent in time; locked. */
  static List<Change> overdue(Connection connection, Instant now) throws SQLException {
    return changes(
        connection,
        OVERDUE,
        now,
        (messageId, position) ->
            Change.of(
                    messageId,
                    Transition.EXPIRE,
                    position.fence(),
                    Details.because(now, NOBODY_SENT))
                .telling(new Result.Failed(NOBODY_SENT)));
  }

  /** The steps for messages that a person has in hand and must not send any more; locked. */
  static List<Change> suppressed(Connection connection, Instant now) throws SQLException {
    List<Change> changes = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(SUPPRESSED);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        Row row = new Row(rows);
        Reason reason = new Reason(row.text("stop_code"), row.text("stop_reason"));
        Position position = OrderRow.position(row);
        changes.add(
            Change.of(
                    row.text("message_id"),
                    Transition.CANCEL,
                    position.fence(),
                    Details.because(now, reason))
                .telling(new Result.Withdrawn(reason)));
      }
    }
    return changes;
  }

  /** The steps for messages that a person has just clicked to have sent; locked. */
  static List<Change> clicked(Connection connection, Instant now) throws SQLException {
    return changes(
        connection,
        CLICKED,
        now.minus(Routing.CLICK_HOLDS),
        (messageId, position) ->
            Change.of(
                messageId,
                Transition.RETRY,
                position.fence(),
                Details.waiting(now, now, CLICK, Optional.empty())));
  }

  /**
   * Wakes what waits for the end of a hold that is over. Who lifts a hold wakes what is seen to
   * wait; a claim that is just being decided may put more to sleep.
   */
  static int wakeFreed(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FREED)) {
      new Parameters(statement).time(now).time(Claims.NO_TIME).time(now);
      return statement.executeUpdate();
    }
  }

  /** Messages in doubt that may be looked into; nobody else gets them until {@code again}. */
  static List<Doubtful> doubts(Connection connection, Instant now, Instant again, int most)
      throws SQLException {
    List<Doubtful> doubts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(DOUBTS)) {
      new Parameters(statement).time(again).time(now).number(most);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Row row = new Row(rows);
          doubts.add(
              new Doubtful(
                  OrderRow.order(row),
                  row.optionalText("route").map(Route::valueOf).orElse(Route.OFFICIAL_API),
                  OrderRow.position(row),
                  row.number("writes"),
                  row.optionalText("cancel_code").isEmpty(),
                  row.time("write_at")));
        }
      }
    }
    return doubts;
  }

  private static List<Change> changes(Connection connection, String select, Instant now, Step step)
      throws SQLException {
    List<Change> changes = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      new Parameters(statement).time(now);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Row row = new Row(rows);
          changes.add(step.of(row.text("message_id"), OrderRow.position(row)));
        }
      }
    }
    return changes;
  }

  /** Which step a message takes. */
  @FunctionalInterface
  private interface Step {
    Change of(String messageId, Position position);
  }
}
