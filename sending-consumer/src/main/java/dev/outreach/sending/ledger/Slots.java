package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Limits.Lane;
import dev.outreach.sending.domain.Order.From;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts attempts against the limits: taken with the claim, given back where no byte left, and
 * ended when the answer was known, which is no earlier than the platform counted it.
 */
final class Slots {

  private static final String TAKE =
      """
      INSERT INTO social_send_slots
        (message_id, attempt, platform, account, lane, message_type, taken_at, ended_at)
      SELECT message_id, attempt, platform, account, route, message_type, ?, ?
      FROM social_send_ledger WHERE message_id = ?""";
  private static final String GIVE_BACK =
      """
      DELETE FROM social_send_slots AS s USING social_send_ledger AS l
      WHERE l.message_id = ? AND s.message_id = l.message_id AND s.attempt = l.attempt
        AND s.ended_at IS NULL""";
  private static final String END =
      """
      UPDATE social_send_slots AS s SET ended_at = GREATEST(s.ended_at, ?)
      FROM social_send_ledger AS l
      WHERE l.message_id = ? AND s.message_id = l.message_id AND s.attempt = l.attempt""";
  private static final String RECENT =
      """
      SELECT COALESCE(ended_at, ?) AS counted_at FROM social_send_slots
      WHERE platform = ? AND account = ? AND lane = ?
      ORDER BY COALESCE(ended_at, 'infinity'::timestamptz) DESC LIMIT ?""";

  void follow(Connection connection, List<Change> made) throws SQLException {
    try (PreparedStatement take = connection.prepareStatement(TAKE);
        PreparedStatement giveBack = connection.prepareStatement(GIVE_BACK);
        PreparedStatement end = connection.prepareStatement(END)) {
      for (Change change : made) {
        switch (change.transition()) {
          case CLAIM -> add(take, change, false);
          case HAND_OVER -> add(take, change, true);
          case RELEASE, CANCEL, CANCEL_IN_DOUBT -> {
            new Parameters(giveBack).text(change.messageId());
            giveBack.addBatch();
          }
          case SUCCEED, RETURN, REFUSE, REFUSE_IN_DOUBT, DOUBT, FIND, CONFIRM -> {
            new Parameters(end).time(change.at()).text(change.messageId());
            end.addBatch();
          }
          case MARK, SUSPECT, REPEAT, QUARANTINE, GIVE_UP_IN_DOUBT, GIVE_UP, EXPIRE, DEFER -> {}
          case RETRY, ABANDON, REOPEN -> {}
        }
      }
      take.executeBatch();
      giveBack.executeBatch();
      end.executeBatch();
    }
  }

  private static void add(PreparedStatement take, Change change, boolean ended)
      throws SQLException {
    new Parameters(take)
        .time(change.at())
        .time(ended ? change.at() : null)
        .text(change.messageId());
    take.addBatch();
  }

  /** The latest slots of an account in a lane, oldest first; open ones count as now. */
  List<Instant> recent(Connection connection, From from, Lane lane, Look look) throws SQLException {
    List<Instant> taken = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(RECENT)) {
      new Parameters(statement)
          .time(look.now())
          .text(from.platform())
          .text(from.account())
          .text(lane.route().name())
          .number(look.most());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taken.addFirst(new Row(rows).time("counted_at"));
        }
      }
    }
    taken.sort(null);
    return taken;
  }

  /** How many slots are wanted, as seen at a moment. */
  record Look(int most, Instant now) {}
}
