package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Result;
import dev.outreach.sending.domain.Transition;
import java.time.Instant;
import java.util.Optional;

/**
 * One step of one message, to be made durable if its guard still holds.
 *
 * @param messageId the message
 * @param transition the step
 * @param fence what the caller holds, or the new number where the step takes one
 * @param details what is written beside the state
 * @param result what the rest of the pipeline is told; empty for nothing
 */
public record Change(
    String messageId, Transition transition, long fence, Details details, Optional<Result> result) {

  /** A step that nobody is told of. */
  public static Change of(String messageId, Transition transition, long fence, Details details) {
    return new Change(messageId, transition, fence, details, Optional.empty());
  }

  /** The same step, told to the pipeline. */
  public Change telling(Result told) {
    return new Change(messageId, transition, fence, details, Optional.of(told));
  }

  /** Whether it is the step that needs {@code fence} to be a new number. */
  boolean takesFence() {
    return transition.fence() == Transition.Fence.TAKEN;
  }

  /** The moment of the step. */
  Instant at() {
    return details.at();
  }
}
