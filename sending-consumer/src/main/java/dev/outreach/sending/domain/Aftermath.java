package dev.outreach.sending.domain;

import static dev.outreach.sending.domain.Transition.DOUBT;
import static dev.outreach.sending.domain.Transition.FIND;
import static dev.outreach.sending.domain.Transition.QUARANTINE;
import static dev.outreach.sending.domain.Transition.REFUSE;
import static dev.outreach.sending.domain.Transition.REFUSE_IN_DOUBT;
import static dev.outreach.sending.domain.Transition.RELEASE;
import static dev.outreach.sending.domain.Transition.REPEAT;
import static dev.outreach.sending.domain.Transition.RETURN;
import static dev.outreach.sending.domain.Transition.SUCCEED;

/** Which step follows from what became known. Pure. */
public final class Aftermath {

  private Aftermath() {}

  /**
   * The step after a call.
   *
   * @param isMarked whether the write mark was begun; before it no byte can have left
   * @param inDoubt whether an earlier attempt of the message may have been carried out
   */
  public static Transition ofCall(CallOutcome outcome, boolean isMarked, boolean inDoubt) {
    return switch (outcome) {
      case CallOutcome.Delivered _ -> SUCCEED;
      case CallOutcome.NotExecuted _ -> isMarked ? RETURN : RELEASE;
      case CallOutcome.WindowClosed _ -> RETURN;
      case CallOutcome.Refused _ -> inDoubt ? REFUSE_IN_DOUBT : REFUSE;
      case CallOutcome.InDoubt _ -> DOUBT;
    };
  }

  /**
   * The step when a worker's lease has run out.
   *
   * @throws IllegalArgumentException where the state has no lease
   */
  public static Transition ofLeaseEnd(State state) {
    return switch (state) {
      case CLAIMED -> RELEASE;
      case WRITING -> DOUBT;
      case READY, UNKNOWN, SENT, FAILED, QUARANTINED, CANCELLED, WAITING_PERSON, EXPIRED ->
          throw new IllegalArgumentException(state + " has no lease");
    };
  }

  /**
   * The step for a message whose outcome is unknown, by what its platform offers. Strict: absent
   * from the platform's list is no proof, for a late request may still arrive.
   *
   * @param search what the platform's list shows; asked only of a queryable platform
   * @param mayRepeat whether attempts are left, the key is still honoured and nobody took it back
   */
  public static Transition ofDoubt(DeliveryClass platform, Search search, boolean mayRepeat) {
    return switch (platform) {
      case KEYED -> mayRepeat ? REPEAT : QUARANTINE;
      case QUERYABLE -> search == Search.FOUND ? FIND : QUARANTINE;
      case BLIND -> QUARANTINE;
    };
  }

  /** What the platform's list of sent messages shows. */
  public enum Search {
    FOUND,
    ABSENT
  }
}
