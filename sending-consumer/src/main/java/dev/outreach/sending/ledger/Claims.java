package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Admission;
import dev.outreach.sending.domain.Candidate;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Position;
import dev.outreach.sending.domain.Result;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.Routing;
import dev.outreach.sending.domain.Transition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Decides, in one transaction under the account's lock, what happens to the messages of one account
 * whose time has come: claimed within the limits, handed to a person, ended, or told to wait.
 */
final class Claims {

  /** When a message is looked at again whose waiting ends by an event, not by a time. */
  static final Instant NO_TIME = Instant.parse("9999-01-01T00:00:00Z");

  private final ChangeWriter writer;
  private final ClaimRules rules;

  Claims(ChangeWriter writer, ClaimRules rules) {
    this.writer = writer;
    this.rules = rules;
  }

  List<Claimed> claim(Connection connection, From from, int most, Instant now) throws SQLException {
    Optional<AccountRow> account = AccountRow.lock(connection, from, now);
    if (account.isEmpty()) {
      return List.of();
    }
    List<Candidate> due = DueRows.select(connection, from, most, now);
    if (due.isEmpty()) {
      return List.of();
    }
    SlotBook book = new SlotBook(connection, rules, account.get(), people(connection, due, now));
    Admission.Rules admission =
        new Admission.Rules(
            account.get().hold(),
            rules.ways().apply(from).accepted(account.get().isRiskAccepted()),
            rules.mostWrites(),
            (order, route) -> book.next(order, route, now));
    List<Change> changes = new ArrayList<>();
    Fences fences = Fences.take(connection, due.size());
    for (Candidate candidate : due) {
      Admission decision = Admission.decide(candidate, admission, now);
      occupy(book, candidate, decision, now);
      changes.add(change(candidate, decision, fences, now));
    }
    Set<Change> made = writer.write(connection, changes);
    return claimed(due, changes, made);
  }

  private People people(Connection connection, List<Candidate> due, Instant now)
      throws SQLException {
    if (rules.limits().perPerson().isEmpty()) {
      return People.nobody();
    }
    List<String> profileIds =
        due.stream().map(candidate -> candidate.order().who().profileId()).toList();
    People.lock(connection, profileIds);
    return People.read(connection, profileIds, now);
  }

  /** A message that waits in line takes its place, so that the next one waits longer. */
  private static void occupy(SlotBook book, Candidate candidate, Admission decision, Instant now) {
    Order order = candidate.order();
    switch (decision) {
      case Admission.Send(Route route) -> {
        book.occupy(order, route, now);
        book.deliver(order, now);
      }
      case Admission.HandOver(_) -> {
        book.occupy(order, Route.MANUAL, now);
        book.deliver(order, now);
      }
      case Admission.Wait(var until, _, var line) ->
          line.ifPresent(route -> book.occupy(order, route, until.orElse(now)));
      case Admission.End(_, _) -> {}
    }
  }

  private Change change(Candidate candidate, Admission decision, Fences fences, Instant now) {
    String messageId = candidate.order().who().messageId();
    long held = candidate.position().fence();
    return switch (decision) {
      case Admission.Send(var route) ->
          Change.of(
              messageId,
              Transition.CLAIM,
              fences.next(),
              Details.claimed(now, now.plus(rules.lease()), route));
      case Admission.HandOver(var reason) ->
          Change.of(
                  messageId,
                  Transition.HAND_OVER,
                  fences.next(),
                  Details.because(now, reason).byHand())
              .telling(new Result.NeedsPerson(reason, Routing.linkFor(candidate.order())));
      case Admission.Wait(var until, var reason, _) -> {
        Details details = Details.waiting(now, until.orElse(NO_TIME), reason, until);
        Change wait = Change.of(messageId, Transition.DEFER, held, details);
        boolean isNews = !candidate.waitingFor().equals(Optional.of(reason.code()));
        yield isNews ? wait.telling(new Result.Deferred(reason, until)) : wait;
      }
      case Admission.End(var transition, var reason) ->
          Change.of(messageId, transition, held, Details.because(now, reason))
              .telling(Endings.resultOf(transition, reason, candidate.tried()));
    };
  }

  private static List<Claimed> claimed(
      List<Candidate> due, List<Change> changes, Set<Change> made) {
    List<Claimed> claimed = new ArrayList<>();
    for (int i = 0; i < due.size(); i++) {
      Change change = changes.get(i);
      if (change.transition() == Transition.CLAIM && made.contains(change)) {
        Candidate candidate = due.get(i);
        Position position =
            Transition.CLAIM.apply(candidate.position(), change.fence()).orElseThrow();
        Route route = Objects.requireNonNull(change.details().route(), "a claim has a route");
        claimed.add(
            new Claimed(
                candidate.order(), route, position, candidate.writes(), candidate.lookFirst()));
      }
    }
    return claimed;
  }
}
