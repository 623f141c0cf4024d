package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Asked;
import dev.outreach.sending.domain.Limits.Lane;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Pacing;
import dev.outreach.sending.domain.PersonPacing;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.Taken;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The slots of one account as they fill up while its messages are looked at one by one. */
final class SlotBook {

  private final Connection connection;
  private final ClaimRules rules;
  private final From from;
  private final Instant since;
  private final Instant now;
  private final People people;
  private final Slots slots = new Slots();
  private final Map<Route, List<Taken>> taken = new EnumMap<>(Route.class);

  /**
   * A book as of now.
   *
   * @param people what the recipients have got already
   */
  SlotBook(Connection connection, ClaimRules rules, AccountRow account, People people) {
    this.connection = connection;
    this.rules = rules;
    this.from = account.from();
    this.since = account.since();
    this.now = account.now();
    this.people = people;
  }

  /** The next slot for a message that may not leave before a moment. */
  Pacing.Slot next(Order order, Route route, Instant earliest) {
    Asked asked = asked(order, earliest);
    Pacing pacing = pacing(route);
    List<Taken> lane = taken(route);
    return switch (PersonPacing.nextSlot(
        rules.limits().perPerson(), people.othersOf(order), asked)) {
      case Pacing.Slot.Free _ -> pacing.nextSlot(lane, asked);
      case Pacing.Slot.Later(var at, var reason, var usage) ->
          switch (pacing.nextSlot(lane, asked.at(at))) {
            case Pacing.Slot.Free _ -> new Pacing.Slot.Later(at, reason, usage);
            case Pacing.Slot.Later(var later, _, _) -> new Pacing.Slot.Later(later, reason, usage);
          };
    };
  }

  /** From now on the slot is gone. */
  void occupy(Order order, Route route, Instant at) {
    List<Taken> lane = taken(route);
    Taken one = new Taken(at, order.who().kind());
    int place = Collections.binarySearch(lane, one);
    lane.add(place < 0 ? -place - 1 : place, one);
  }

  /** From now on the person has got it. */
  void deliver(Order order, Instant at) {
    people.add(order, at);
  }

  List<Taken> taken(Route route) {
    return taken.computeIfAbsent(route, this::load);
  }

  Pacing pacing(Route route) {
    return rules.limits().of(new Lane(from.platform(), route));
  }

  private Asked asked(Order order, Instant earliest) {
    return new Asked(
        earliest,
        order.who().kind(),
        Duration.between(since, earliest),
        rules.limits().zoneOf(order),
        order.who().messageId().hashCode());
  }

  /** A clock that was put back leaves slots ahead of it; they are as used as any other. */
  private Taken notAhead(Taken slot) {
    return slot.at().isAfter(now) ? new Taken(now, slot.kind()) : slot;
  }

  private List<Taken> load(Route route) {
    Duration span = pacing(route).span();
    if (span.isZero()) {
      return new ArrayList<>();
    }
    try {
      Lane lane = new Lane(from.platform(), route);
      return slots.recent(connection, from, lane, new Slots.Look(span, now)).stream()
          .map(this::notAhead)
          .collect(Collectors.toCollection(ArrayList::new));
    } catch (SQLException failure) {
      throw new LedgerException("reading the slots", failure);
    }
  }
}
