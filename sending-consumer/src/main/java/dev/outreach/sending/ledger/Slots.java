package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Limits.Lane;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Order.MessageKind;
import dev.outreach.sending.domain.Taken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Counts attempts against the limits: taken with the claim or the hand-over to a person, given back
 * where nothing was sent, and ended when that was known, which is no earlier than the platform
 * counted it. What a person has in hand counts as long as it may still be sent.
 */
final class Slots {

  private static final String TAKE =
      """
      INSERT INTO social_send_slots
        (message_id, attempt, platform, account, lane, message_type, taken_at)
      SELECT message_id, attempt, platform, account, route, message_type, ?
      FROM social_send_ledger WHERE message_id = ?\
      """;
  private static final String GIVE_BACK =
      """
      DELETE FROM social_send_slots AS s USING social_send_ledger AS l
      WHERE l.message_id = ? AND s.message_id = l.message_id AND s.attempt = l.attempt
        AND s.ended_at IS NULL\
      """;
  private static final String END =
      """
      UPDATE social_send_slots AS s SET ended_at = GREATEST(s.ended_at, ?)
      FROM social_send_ledger AS l
      WHERE l.message_id = ? AND s.message_id = l.message_id AND s.attempt = l.attempt\
      """;
  private static final String RECENT =
      """
      SELECT COALESCE(ended_at, ?) AS counted_at, message_type FROM social_send_slots
      WHERE platform = ? AND account = ? AND lane = ?
        AND COALESCE(ended_at, 'infinity'::timestamptz) > ?
      ORDER BY COALESCE(ended_at, 'infinity'::timestamptz)\
      """;

  /** Who has waited longest for a slot that was given back looks at its turn again. */
  private static final String WAKE =
      """
      UPDATE social_send_ledger SET not_before = ?
      WHERE message_id IN (
        SELECT w.message_id FROM social_send_ledger AS g
        JOIN social_send_ledger AS w ON w.platform = g.platform AND w.account = g.account
        WHERE g.message_id = ? AND w.state = 'READY' AND w.not_before > ?
          AND w.reason_code IN ('LIMIT', 'MINIMUM_GAP')
        ORDER BY w.not_before, w.approved_at LIMIT 1 FOR UPDATE OF w SKIP LOCKED)\
      """;

  void follow(Connection connection, List<Change> made) throws SQLException {
    try (PreparedStatement take = connection.prepareStatement(TAKE);
        PreparedStatement giveBack = connection.prepareStatement(GIVE_BACK);
        PreparedStatement wake = connection.prepareStatement(WAKE);
        PreparedStatement end = connection.prepareStatement(END)) {
      for (Change change : made) {
        switch (change.transition()) {
          case CLAIM, HAND_OVER -> {
            new Parameters(take).time(change.at()).text(change.messageId());
            take.addBatch();
          }
          case RELEASE, CANCEL, CANCEL_IN_DOUBT, EXPIRE, ABANDON, RETRY -> {
            new Parameters(giveBack).text(change.messageId());
            if (giveBack.executeUpdate() > 0) {
              new Parameters(wake).time(change.at()).text(change.messageId()).time(change.at());
              wake.addBatch();
            }
          }
          case SUCCEED, RETURN, REFUSE, REFUSE_IN_DOUBT, DOUBT, FIND, CONFIRM -> {
            new Parameters(end).time(change.at()).text(change.messageId());
            end.addBatch();
          }
          case MARK, SUSPECT, REPEAT, QUARANTINE, GIVE_UP_IN_DOUBT, GIVE_UP, DEFER, REOPEN -> {}
        }
      }
      take.executeBatch();
      wake.executeBatch();
      end.executeBatch();
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
