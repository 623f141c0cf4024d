package dev.outreach.sending.domain;

import dev.outreach.sending.domain.Result.Route;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** What happens to a message whose time may have come. */
public sealed interface Admission {

  /** Reasons that make a line; who waits for another reason holds nobody up. */
  Set<String> IN_LINE = Set.of("LIMIT", "MINIMUM_GAP");

  /** It is claimed and sent by software. */
  record Send(Route route) implements Admission {}

  /** A person gets it. */
  record HandOver(Reason reason) implements Admission {}

  /**
   * It waits.
   *
   * @param until empty where nobody can tell it
   * @param line the way in whose line it stands, so that whoever comes after it waits longer
   */
  record Wait(Optional<Instant> until, Reason reason, Optional<Route> line) implements Admission {

    /** It waits for something else than its turn. */
    public Wait(Optional<Instant> until, Reason reason) {
      this(until, reason, Optional.empty());
    }
  }

  /** It ends here. */
  record End(Transition transition, Reason reason) implements Admission {}

  /**
   * The rules besides the message itself.
   *
   * @param hold why the account as a whole may not send, and until when
   * @param ways what software may do with the account
   * @param mostWrites how often a message is tried
   * @param slots the next slot by a way
   */
  record Rules(
      Optional<Wait> hold,
      Ways ways,
      int mostWrites,
      BiFunction<Order, Route, Pacing.Slot> slots) {}

  /** Decides about one message at {@code now}. Pure, given pure slots. */
  static Admission decide(Candidate candidate, Rules rules, Instant now) {
    Optional<Admission> end = endOf(candidate, rules, now);
    if (end.isPresent()) {
      return end.get();
    }
    if (rules.hold().isPresent()) {
      return rules.hold().get();
    }
    return switch (Routing.decideRoute(
        candidate.order(), rules.ways().without(candidate.closed()), now)) {
      case RouteDecision.Automatic(Route route) -> inSlot(candidate, rules, route, new Send(route));
      case RouteDecision.Person(Reason reason) ->
          candidate.position().inDoubt()
              ? new End(Transition.GIVE_UP_IN_DOUBT, reason)
              : inSlot(candidate, rules, Route.MANUAL, new HandOver(reason));
    };
  }

  private static Admission inSlot(
      Candidate candidate, Rules rules, Route route, Admission admission) {
    return switch (rules.slots().apply(candidate.order(), route)) {
      case Pacing.Slot.Free() -> admission;
      case Pacing.Slot.Later(Instant at, Reason reason, _) ->
          new Wait(
              Optional.of(at),
              reason,
              IN_LINE.contains(reason.code()) ? Optional.of(route) : Optional.empty());
    };
  }

  private static Optional<Admission> endOf(Candidate candidate, Rules rules, Instant now) {
    boolean inDoubt = candidate.position().inDoubt();
    if (candidate.stop().isPresent()) {
      Transition cancel = inDoubt ? Transition.CANCEL_IN_DOUBT : Transition.CANCEL;
      return Optional.of(new End(cancel, candidate.stop().get()));
    }
    if (!candidate.order().isAsApproved()) {
      return Optional.of(
          giveUp(inDoubt, "FINGERPRINT_MISMATCH", "The message is not the one that was approved."));
    }
    if (!now.isBefore(candidate.order().approval().expiresAt())) {
      Reason reason = new Reason("EXPIRED", "The approval ran out before the message could leave.");
      return Optional.of(
          new End(inDoubt ? Transition.GIVE_UP_IN_DOUBT : Transition.EXPIRE, reason));
    }
    if (candidate.writes() >= rules.mostWrites()) {
      return Optional.of(giveUp(inDoubt, "ATTEMPTS_SPENT", "It was tried as often as is allowed."));
    }
    return Optional.empty();
  }

  private static Admission giveUp(boolean inDoubt, String code, String sentence) {
    return new End(
        inDoubt ? Transition.GIVE_UP_IN_DOUBT : Transition.GIVE_UP, new Reason(code, sentence));
  }
}
