package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.Transition;
import java.util.Optional;

/** What the pipeline is told when a message stops without having been sent. */
final class Endings {

  private Endings() {}

  /**
   * The result that goes with a step.
   *
   * @param tried by which way it was tried before, where it was
   * @throws IllegalArgumentException where the step stops nothing
   */
  static Result resultOf(Transition transition, Reason reason, Optional<Route> tried) {
    return switch (transition.to()) {
      case FAILED, EXPIRED -> new Result.Failed(reason);
      case CANCELLED -> new Result.Withdrawn(reason);
      case QUARANTINED -> new Result.Unconfirmed(reason, tried.orElse(Route.OFFICIAL_API));
      case READY, CLAIMED, WRITING, UNKNOWN, SENT, WAITING_PERSON ->
          throw new IllegalArgumentException(transition + " ends nothing");
    };
  }
}
