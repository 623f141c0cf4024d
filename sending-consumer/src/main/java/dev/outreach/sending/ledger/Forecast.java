package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Admission;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Pacing;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.RouteDecision;
import dev.outreach.sending.domain.Routing;
import dev.outreach.sending.domain.Usage;
import dev.outreach.sending.domain.Ways;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** When the messages of one account leave, one after the other, if nothing changes. */
final class Forecast {

  private final AccountRow account;
  private final Ways ways;
  private final SlotBook book;

  private Forecast(AccountRow account, Ways ways, SlotBook book) {
    this.account = account;
    this.ways = ways;
    this.book = book;
  }

  /** As of when, and what people have got until then. */
  record Now(People people, Instant at) {}

  static Forecast of(Connection connection, ClaimRules rules, From from, Now now)
      throws SQLException {
    AccountRow account = AccountRow.read(connection, from, now.at());
    return new Forecast(
        account,
        rules.ways().apply(from).accepted(account.isRiskAccepted()),
        new SlotBook(connection, rules, account, now.people()));
  }

  /** The next message of the account; those before it have taken their slots. */
  Waiting of(Queued queued) {
    Order order = queued.order();
    Route route = route(queued);
    Optional<Admission.Wait> hold = account.hold();
    if (hold.isPresent() && hold.get().until().isEmpty()) {
      return waiting(order, route, new Slot(Optional.empty(), hold.map(Admission.Wait::reason)));
    }
    Instant earliest = later(hold.flatMap(Admission.Wait::until), queued.retryAt());
    Optional<Reason> before =
        hold.map(Admission.Wait::reason)
            .or(() -> earliest.isAfter(account.now()) ? queued.reason() : Optional.empty());
    return switch (book.next(order, route, earliest)) {
      case Pacing.Slot.Free() -> {
        take(order, route, earliest);
        yield waiting(order, route, new Slot(Optional.of(earliest), before));
      }
      case Pacing.Slot.Later(var at, var reason, var usage) -> {
        take(order, route, at);
        yield waiting(
            order, route, new Slot(Optional.of(at), before.or(() -> Optional.of(reason)), usage));
      }
    };
  }

  private void take(Order order, Route route, Instant at) {
    book.occupy(order, route, at);
    book.deliver(order, at);
  }

  private Route route(Queued queued) {
    Ways open = ways.without(queued.closed());
    return switch (Routing.decideRoute(queued.order(), open, account.now())) {
      case RouteDecision.Automatic(Route route) -> route;
      case RouteDecision.Person _ -> Route.MANUAL;
    };
  }

  private Instant later(Optional<Instant> one, Optional<Instant> other) {
    Instant now = account.now();
    Instant first = one.filter(now::isBefore).orElse(now);
    return other.filter(first::isBefore).orElse(first);
  }

  private static Waiting waiting(Order order, Route route, Slot slot) {
    return new Waiting(
        order.who().messageId(),
        order.who().profileId(),
        order.from(),
        route,
        slot.reason(),
        slot.usage(),
        slot.at());
  }

  /** When a message may leave, and the rule that decides it. */
  private record Slot(Optional<Instant> at, Optional<Reason> reason, Optional<Usage> usage) {

    Slot(Optional<Instant> at, Optional<Reason> reason) {
      this(at, reason, Optional.empty());
    }
  }
}
