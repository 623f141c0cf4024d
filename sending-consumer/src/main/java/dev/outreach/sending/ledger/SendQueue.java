package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Admission;
import dev.outreach.sending.domain.Limits.Lane;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Pacing;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.RouteDecision;
import dev.outreach.sending.domain.Routing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
      ORDER BY l.platform, l.account, l.not_before, l.approved_at, l.message_id LIMIT ?"""
          .formatted(OrderRow.COLUMNS);

  private final Database database;
  private final ClaimRules rules;
  private final Slots slots = new Slots();

  /** Over the ledger's database, with the rules its claims are decided by. */
  public SendQueue(Database database, ClaimRules rules) {
    this.database = database;
    this.rules = rules;
  }

  /** The first messages of each account's queue. */
  public List<Waiting> explain(int most, Instant now) {
    return database.transaction(
        "explaining the queue",
        connection -> {
          Forecast forecast = new Forecast(connection, now);
          try (PreparedStatement statement = connection.prepareStatement(READY)) {
            new Parameters(statement).number(most);
            try (ResultSet rows = statement.executeQuery()) {
              List<Waiting> waiting = new ArrayList<>();
              while (rows.next()) {
                waiting.add(forecast.of(new Row(rows)));
              }
              return waiting;
            }
          }
        });
  }

  /** The slots as they will fill up. */
  private final class Forecast {

    private final Connection connection;
    private final Instant now;
    private final Map<From, Optional<Admission.Wait>> holds = new HashMap<>();
    private final Map<From, Map<Route, List<Instant>>> taken = new HashMap<>();

    Forecast(Connection connection, Instant now) {
      this.connection = connection;
      this.now = now;
    }

    Waiting of(Row row) throws SQLException {
      Order order = OrderRow.order(row);
      From from = order.from();
      Route route = route(order);
      Optional<Admission.Wait> hold = hold(from);
      Instant earliest = later(hold.flatMap(Admission.Wait::until), retryAt(row));
      if (hold.isPresent() && hold.get().until().isEmpty()) {
        return waiting(order, route, Optional.of(hold.get().reason()), Optional.empty());
      }
      Slot slot = slot(order, route, earliest);
      Optional<Reason> reason =
          hold.map(Admission.Wait::reason).or(slot::reason).or(() -> retryReason(row, earliest));
      return waiting(order, route, reason, Optional.of(slot.at()));
    }

    private Slot slot(Order order, Route route, Instant earliest) throws SQLException {
      Pacing pacing = rules.limits().of(new Lane(order.from().platform(), route));
      List<Instant> history = history(order.from(), route);
      long seed = order.who().messageId().hashCode();
      Slot slot =
          switch (pacing.nextSlot(history, earliest, seed)) {
            case Pacing.Slot.Free() -> new Slot(earliest, Optional.empty());
            case Pacing.Slot.Later(var at, var reason) -> new Slot(at, Optional.of(reason));
          };
      history.add(slot.at());
      return slot;
    }

    private Route route(Order order) {
      return switch (Routing.decideRoute(order, rules.ways().apply(order.from()), now)) {
        case RouteDecision.Official() -> Route.OFFICIAL_API;
        case RouteDecision.Person _ -> Route.MANUAL;
      };
    }

    private Optional<Admission.Wait> hold(From from) throws SQLException {
      Optional<Admission.Wait> known = holds.get(from);
      if (known == null) {
        known = AccountRow.read(connection, from, now);
        holds.put(from, known);
      }
      return known;
    }

    private List<Instant> history(From from, Route route) throws SQLException {
      Map<Route, List<Instant>> lanes = taken.computeIfAbsent(from, _ -> new HashMap<>());
      List<Instant> known = lanes.get(route);
      if (known == null) {
        Lane lane = new Lane(from.platform(), route);
        int memory = rules.limits().of(lane).memory();
        known = slots.recent(connection, from, lane, new Slots.Look(memory, now));
        lanes.put(route, known);
      }
      return known;
    }

    private Optional<Instant> retryAt(Row row) throws SQLException {
      boolean byTheRules =
          row.optionalText("reason_code").filter(Pacing.CODES::contains).isPresent();
      return byTheRules ? Optional.empty() : Optional.of(row.time("not_before"));
    }

    private Instant later(Optional<Instant> one, Optional<Instant> other) {
      Instant latest = now;
      for (Instant moment : List.of(one.orElse(now), other.orElse(now))) {
        latest = moment.isAfter(latest) ? moment : latest;
      }
      return latest;
    }

    private Optional<Reason> retryReason(Row row, Instant earliest) {
      try {
        Optional<String> code = row.optionalText("reason_code");
        Optional<String> sentence = row.optionalText("reason");
        return earliest.isAfter(now) && code.isPresent() && sentence.isPresent()
            ? Optional.of(new Reason(code.get(), sentence.get()))
            : Optional.empty();
      } catch (SQLException failure) {
        throw new LedgerException("reading why a message waits", failure);
      }
    }

    private static Waiting waiting(
        Order order, Route route, Optional<Reason> reason, Optional<Instant> at) {
      return new Waiting(
          order.who().messageId(), order.who().profileId(), order.from(), route, reason, at);
    }
  }

  /** When a message may leave, and the rule that decided it. */
  private record Slot(Instant at, Optional<Reason> reason) {}
}
