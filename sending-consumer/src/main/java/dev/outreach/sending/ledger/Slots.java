package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Limits.Lane;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Order.MessageKind;
import dev.outreach.sending.domain.Taken;
import dev.outreach.sending.domain.Transition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts attempts against the limits: taken with the claim or the hand-over to a person, given back
 * where nothing was sent, and ended when that was known, which is no earlier than the platform
 * counted it. What a person has in hand counts as long as it may still be sent.
 */
final class Slots {

  private static final Columns<Made> TAKEN =
      Columns.<Made>none()
          .text("message_id", Made::messageId)
          .number("attempt", made -> (long) made.attempt())
          .text("platform", made -> made.from().platform())
          .text("account", made -> made.from().account())
          .text("lane", made -> made.route().orElse(null))
          .text("message_type", Made::messageType)
          .time("taken_at", made -> made.change().at());
  private static final String TAKE =
      "INSERT INTO social_send_slots (%s) SELECT * FROM %s"
          .formatted(TAKEN.names(), TAKEN.rows("t"));
  private static final Columns<Made> ATTEMPT =
      Columns.<Made>none()
          .text("message_id", Made::messageId)
          .number("attempt", made -> (long) made.attempt());
  private static final String GIVE_BACK =
      """
      DELETE FROM social_send_slots AS s USING %s
      WHERE s.message_id = g.message_id AND s.attempt = g.attempt AND s.ended_at IS NULL
      RETURNING s.message_id\
      """
          .formatted(ATTEMPT.rows("g"));
  private static final Columns<Made> ENDED = ATTEMPT.time("ended_at", made -> made.change().at());
  private static final String END =
      """
      UPDATE social_send_slots AS s SET ended_at = GREATEST(s.ended_at, e.ended_at)
      FROM %s
      WHERE s.message_id = e.message_id AND s.attempt = e.attempt\
      """
          .formatted(ENDED.rows("e"));
  private static final String RECENT =
      """
      SELECT COALESCE(ended_at, ?) AS counted_at, message_type FROM social_send_slots
      WHERE platform = ? AND account = ? AND lane = ?
        AND COALESCE(ended_at, 'infinity'::timestamptz) > ?
      ORDER BY COALESCE(ended_at, 'infinity'::timestamptz)\
      """;

  private static final String COUNT_ANYWAY =
      """
      INSERT INTO social_send_slots
        (message_id, attempt, platform, account, lane, message_type, taken_at, ended_at)
      SELECT message_id, attempt, platform, account, route, message_type, ?, ?
      FROM social_send_ledger WHERE message_id = ? AND state = 'SENT'
      ON CONFLICT (message_id, attempt) DO NOTHING\
      """;

  /**
   * Who has waited longest for a slot that was given back looks at its turn again: at the time when
   * the one that gave it back does so as well.
   */
  private static final String WAKE =
      """
      UPDATE social_send_ledger SET not_before = ?
      WHERE message_id IN (
        SELECT w.message_id FROM social_send_ledger AS w
        WHERE w.platform = ? AND w.account = ? AND w.state = 'READY' AND w.not_before > ?
          AND w.reason_code IN ('LIMIT', 'MINIMUM_GAP')
        ORDER BY w.not_before, w.approved_at LIMIT 1 FOR UPDATE SKIP LOCKED)\
      """;

  /** What a step does to the slot of its attempt. */
  private enum Effect {
    TAKE,
    GIVE_BACK,
    END,
    NONE
  }

  void follow(Connection connection, List<Made> made) throws SQLException {
    Map<Effect, List<Made>> effects = new EnumMap<>(Effect.class);
    for (Made step : made) {
      effects.computeIfAbsent(effect(step.change().transition()), _ -> new ArrayList<>()).add(step);
    }
    giveBack(connection, effects.getOrDefault(Effect.GIVE_BACK, List.of()));
    TAKEN.write(connection, TAKE, effects.getOrDefault(Effect.TAKE, List.of()));
    ENDED.write(connection, END, effects.getOrDefault(Effect.END, List.of()));
  }

  private static Effect effect(Transition transition) {
    return switch (transition) {
      case CLAIM, HAND_OVER -> Effect.TAKE;
      case RELEASE, CANCEL, CANCEL_IN_DOUBT, EXPIRE, ABANDON, RETRY -> Effect.GIVE_BACK;
      case SUCCEED, RETURN, REFUSE, REFUSE_IN_DOUBT, DOUBT, FIND, CONFIRM, SUSPECT -> Effect.END;
      case MARK, REPEAT, QUARANTINE, GIVE_UP_IN_DOUBT, GIVE_UP, DEFER, REOPEN -> Effect.NONE;
    };
  }

  private static void giveBack(Connection connection, List<Made> steps) throws SQLException {
    if (steps.isEmpty()) {
      return;
    }
    Set<String> freed = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(GIVE_BACK);
        ResultSet rows = ATTEMPT.bind(statement, steps).executeQuery()) {
      while (rows.next()) {
        freed.add(rows.getString("message_id"));
      }
    }
    try (PreparedStatement wake = connection.prepareStatement(WAKE)) {
      for (Made step : steps) {
        if (freed.contains(step.messageId())) {
          Instant turn = turnAfter(step.change());
          new Parameters(wake)
              .time(turn)
              .text(step.from().platform())
              .text(step.from().account())
              .time(turn);
          wake.executeUpdate();
        }
      }
    }
  }

  private static Instant turnAfter(Change change) {
    Instant again = change.details().notBefore();
    if (change.transition() != Transition.RELEASE || again == null || again.isBefore(change.at())) {
      return change.at();
    }
    return again;
  }

  /** Counts what a person has sent without a slot: out of turn, or after it was given back. */
  void countAnyway(Connection connection, String messageId, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT_ANYWAY)) {
      new Parameters(statement).time(now).time(now).text(messageId);
      statement.executeUpdate();
    }
  }

  /** The latest slots of an account in a lane, oldest first; open ones count as now. */
  List<Taken> recent(Connection connection, From from, Lane lane, Look look) throws SQLException {
    List<Taken> taken = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(RECENT)) {
      new Parameters(statement)
          .time(look.now())
          .text(from.platform())
          .text(from.account())
          .text(lane.route().name())
          .time(look.now().minus(look.span()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Row row = new Row(rows);
          taken.add(
              new Taken(row.time("counted_at"), MessageKind.valueOf(row.text("message_type"))));
        }
      }
    }
    Collections.sort(taken);
    return taken;
  }

  /** How far back slots are wanted, as seen at a moment. */
  record Look(Duration span, Instant now) {}
}
