package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Admission;
import dev.outreach.sending.domain.Candidate;
import dev.outreach.sending.domain.Limits.Lane;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Pacing;
import dev.outreach.sending.domain.Position;
import dev.outreach.sending.domain.Result;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.Routing;
import dev.outreach.sending.domain.Transition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides, in one transaction under the account's lock, what happens to the messages of one account
 * whose time has come: claimed within the limits, handed to a person, ended, or told to wait.
 */
final class Claims {

  /** When a message is looked at again whose waiting ends by an event, not by a time. */
  private static final Instant NO_TIME = Instant.parse("9999-01-01T00:00:00Z");

  private final ChangeWriter writer;
  private final ClaimRules rules;
  private final Slots slots = new Slots();

  Claims(ChangeWriter writer, ClaimRules rules) {
    this.writer = writer;
    this.rules = rules;
  }

  List<Claimed> claim(Connection connection, From from, int most, Instant now) throws SQLException {
    Optional<Optional<Admission.Wait>> account = AccountRow.lock(connection, from, now);
    if (account.isEmpty()) {
      return List.of();
    }
    List<Candidate> due = DueRows.select(connection, from, most, now);
    if (due.isEmpty()) {
      return List.of();
    }
    Run run = new Run(connection, from, now);
    Admission.Rules admission =
        new Admission.Rules(
            account.get(), rules.ways().apply(from), rules.mostWrites(), run::nextSlot);
    List<Change> changes = new ArrayList<>();
    Fences fences = Fences.take(connection, due.size());
    for (Candidate candidate : due) {
      run.seed = candidate.order().who().messageId().hashCode();
      Admission decision = Admission.decide(candidate, admission, now);
      run.occupy(decision);
      changes.add(change(candidate, decision, fences, now));
    }
    Set<Change> made = writer.write(connection, changes);
    return claimed(due, changes, made);
  }

  private Change change(Candidate candidate, Admission decision, Fences fences, Instant now) {
    String messageId = candidate.order().who().messageId();
    long held = candidate.position().fence();
    return switch (decision) {
      case Admission.Send() ->
          Change.of(
              messageId,
              Transition.CLAIM,
              fences.next(),
              Details.claimed(now, now.plus(rules.lease()), Route.OFFICIAL_API));
      case Admission.HandOver(var reason) ->
          Change.of(
                  messageId,
                  Transition.HAND_OVER,
                  fences.next(),
                  Details.because(now, reason).byHand())
              .telling(new Result.NeedsPerson(reason, Routing.linkFor(candidate.order())));
      case Admission.Wait(var until, var reason) -> {
        Details details = Details.waiting(now, until.orElse(NO_TIME), reason, until);
        Change wait = Change.of(messageId, Transition.DEFER, held, details);
        boolean isNews = !candidate.waitingFor().equals(Optional.of(reason.code()));
        yield isNews ? wait.telling(new Result.Deferred(reason, until)) : wait;
      }
      case Admission.End(var transition, var reason) ->
          Change.of(messageId, transition, held, Details.because(now, reason))
              .telling(Endings.resultOf(transition, reason));
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
        claimed.add(
            new Claimed(candidate.order(), position, candidate.writes(), candidate.lookFirst()));
      }
    }
    return claimed;
  }

  /** The slots of one account as they fill up during one transaction. */
  private final class Run {

    private final Connection connection;
    private final From from;
    private final Instant now;
    private final Map<Route, List<Instant>> taken = new EnumMap<>(Route.class);
    private Route asked = Route.OFFICIAL_API;
    private long seed;

    Run(Connection connection, From from, Instant now) {
      this.connection = connection;
      this.from = from;
      this.now = now;
    }

    Pacing.Slot nextSlot(Route route) {
      asked = route;
      return pacing(route).nextSlot(history(route), now, seed);
    }

    /** A message that waits takes its place in the queue, so that the next one waits longer. */
    void occupy(Admission decision) {
      switch (decision) {
        case Admission.Send() -> history(Route.OFFICIAL_API).add(now);
        case Admission.HandOver(_) -> history(Route.MANUAL).add(now);
        case Admission.Wait(var until, _) -> until.ifPresent(history(asked)::add);
        case Admission.End(_, _) -> {}
      }
    }

    private Pacing pacing(Route route) {
      return rules.limits().of(new Lane(from.platform(), route));
    }

    private List<Instant> history(Route route) {
      return taken.computeIfAbsent(route, this::load);
    }

    private List<Instant> load(Route route) {
      int memory = pacing(route).memory();
      if (memory == 0) {
        return new ArrayList<>();
      }
      try {
        Lane lane = new Lane(from.platform(), route);
        return slots.recent(connection, from, lane, new Slots.Look(memory, now));
      } catch (SQLException failure) {
        throw new LedgerException("reading the slots", failure);
      }
    }
  }
}
