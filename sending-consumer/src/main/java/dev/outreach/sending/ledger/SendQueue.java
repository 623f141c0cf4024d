package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order.From;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Explains the queue: every message that is still to leave, in the order of sending, with why it
 * waits and when it is predicted to leave. Predicts by the very rules that claims are decided by.
 * Reads only. Thread-safe.
 */
public final class SendQueue {

  private static final String READY =
      """
      SELECT %s, l.not_before, l.reason FROM social_send_ledger AS l
      WHERE l.state = 'READY'
      ORDER BY l.platform, l.account, l.not_before, l.approved_at, l.message_id LIMIT ?\
      """
          .formatted(OrderRow.COLUMNS);

  private static final Comparator<Waiting> IN_ORDER_OF_SENDING =
      Comparator.comparing(waiting -> waiting.predictedAt().orElse(Instant.MAX));

  private final Database database;
  private final ClaimRules rules;

  /** Over the ledger's database, with the rules its claims are decided by. */
  public SendQueue(Database database, ClaimRules rules) {
    this.database = database;
    this.rules = rules;
  }

  /** The first messages of each account's queue, in the order in which they leave. */
  public List<Waiting> explain(int most, Instant now) {
    return database.transaction(
        "explaining the queue", connection -> explain(connection, most, now));
  }

  List<Waiting> explain(Connection connection, int most, Instant now) throws SQLException {
    List<Queued> queued = read(connection, most);
    List<String> profileIds = queued.stream().map(one -> one.order().who().profileId()).toList();
    People people =
        rules.limits().perPerson().isEmpty()
            ? People.nobody()
            : People.read(connection, profileIds, now);
    Map<From, Forecast> forecasts = new HashMap<>();
    List<Waiting> waiting = new ArrayList<>();
    for (Queued one : queued) {
      Forecast forecast = forecasts.get(one.order().from());
      if (forecast == null) {
        forecast =
            Forecast.of(connection, rules, one.order().from(), new Forecast.Now(people, now));
        forecasts.put(one.order().from(), forecast);
      }
      waiting.add(forecast.of(one));
    }
    waiting.sort(IN_ORDER_OF_SENDING);
    return waiting;
  }

  private static List<Queued> read(Connection connection, int most) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READY)) {
      new Parameters(statement).number(most);
      try (ResultSet rows = statement.executeQuery()) {
        List<Queued> queued = new ArrayList<>();
        while (rows.next()) {
          queued.add(Queued.of(new Row(rows)));
        }
        return queued;
      }
    }
  }
}
