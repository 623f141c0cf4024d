package dev.outreach.sending.domain;

import static dev.outreach.sending.domain.State.CANCELLED;
import static dev.outreach.sending.domain.State.CLAIMED;
import static dev.outreach.sending.domain.State.EXPIRED;
import static dev.outreach.sending.domain.State.FAILED;
import static dev.outreach.sending.domain.State.QUARANTINED;
import static dev.outreach.sending.domain.State.READY;
import static dev.outreach.sending.domain.State.SENT;
import static dev.outreach.sending.domain.State.UNKNOWN;
import static dev.outreach.sending.domain.State.WAITING_PERSON;
import static dev.outreach.sending.domain.State.WRITING;

import java.util.Optional;
import java.util.Set;

/**
 * Every step a message can take after it was accepted. A step is legal only where its guard holds;
 * the ledger's statements are generated from these guards and the model test searches over them, so
 * what is proved is what runs.
 */
public enum Transition {
  /** A worker takes the message under a new fence. */
  CLAIM(Set.of(READY), CLAIMED, Fence.TAKEN, Doubt.ANY),
  /** The claim ran out or was given back: no byte has left, for the write mark needs the fence. */
  RELEASE(Set.of(CLAIMED), READY, Fence.HELD, Doubt.ANY),
  /** Immediately before the first byte: the durable proof that one may have left. */
  MARK(Set.of(CLAIMED), WRITING, Fence.HELD, Doubt.ANY),
  /** A definite success is evidence, whoever brings it and however late. */
  SUCCEED(Set.of(READY, CLAIMED, WRITING, UNKNOWN, QUARANTINED), SENT, Fence.ANY, Doubt.ANY),
  /** The attempt is proved not to have been carried out and may be repeated. */
  RETURN(Set.of(CLAIMED, WRITING), READY, Fence.HELD, Doubt.ANY),
  /** The platform refused for good, and no earlier attempt is open. */
  REFUSE(Set.of(CLAIMED, WRITING), FAILED, Fence.HELD, Doubt.NONE),
  /** The platform refused for good, but an earlier attempt may have been carried out. */
  REFUSE_IN_DOUBT(Set.of(CLAIMED, WRITING), QUARANTINED, Fence.HELD, Doubt.PRESENT),
  /** Timeout, reset, unreadable answer or a dead worker after the mark. */
  DOUBT(Set.of(WRITING), UNKNOWN, Fence.HELD, Doubt.RAISED),
  /** The ledger was restored from an older backup: it may have been sent in the lost time. */
  SUSPECT(Set.of(READY, CLAIMED), UNKNOWN, Fence.HELD, Doubt.RAISED),
  /** The platform collapses a repetition with the same key: send again. */
  REPEAT(Set.of(UNKNOWN), READY, Fence.HELD, Doubt.ANY),
  /** The platform's own list shows the message. */
  FIND(Set.of(UNKNOWN, QUARANTINED, CLAIMED), SENT, Fence.HELD, Doubt.ANY),
  /** It waits longer, and says why. */
  DEFER(Set.of(READY), READY, Fence.HELD, Doubt.ANY),
  /** Nobody but a person can tell. */
  QUARANTINE(Set.of(UNKNOWN), QUARANTINED, Fence.HELD, Doubt.ANY),
  /** It may have been sent and must not be tried again. */
  GIVE_UP_IN_DOUBT(Set.of(READY), QUARANTINED, Fence.HELD, Doubt.PRESENT),
  /** It was never sent and must not be tried (again). */
  GIVE_UP(Set.of(READY), FAILED, Fence.HELD, Doubt.NONE),
  /** Its approval ran out. */
  EXPIRE(Set.of(READY, WAITING_PERSON), EXPIRED, Fence.HELD, Doubt.NONE),
  /** No way is open for software. */
  HAND_OVER(Set.of(READY), WAITING_PERSON, Fence.TAKEN, Doubt.NONE),
  /** Taken back before a byte has left. */
  CANCEL(Set.of(READY, CLAIMED, WAITING_PERSON), CANCELLED, Fence.ANY, Doubt.NONE),
  /** Taken back, but an earlier attempt may have been carried out. */
  CANCEL_IN_DOUBT(Set.of(READY, CLAIMED), QUARANTINED, Fence.ANY, Doubt.PRESENT),
  /** A person says it was sent; evidence too, even where it was taken back meanwhile. */
  CONFIRM(
      Set.of(UNKNOWN, QUARANTINED, WAITING_PERSON, CANCELLED, EXPIRED), SENT, Fence.ANY, Doubt.ANY),
  /** A person says it was not sent and wants it sent. */
  RETRY(Set.of(QUARANTINED, WAITING_PERSON), READY, Fence.ANY, Doubt.LIFTED),
  /** A person says it was not sent and shall not be. */
  ABANDON(Set.of(QUARANTINED, WAITING_PERSON), CANCELLED, Fence.ANY, Doubt.LIFTED),
  /** A later approval of the same message, after the earlier one came to nothing. */
  REOPEN(Set.of(FAILED, CANCELLED, EXPIRED), READY, Fence.ANY, Doubt.ANY);

  /** What a step asks of the fence. */
  public enum Fence {
    /** The caller brings a new one. */
    TAKEN,
    /** The caller must hold the row's. */
    HELD,
    /** It does not matter. */
    ANY
  }

  /** What a step asks of, or does to, the doubt about an earlier attempt. */
  public enum Doubt {
    /** Neither asks nor changes. */
    ANY,
    /** Legal only without doubt. */
    NONE,
    /** Legal only in doubt. */
    PRESENT,
    /** From now on there is doubt. */
    RAISED,
    /** A person has lifted it. */
    LIFTED
  }

  @SuppressWarnings("ImmutableEnumChecker") // the constructor makes an immutable copy
  private final Set<State> from;

  private final State to;
  private final Fence fence;
  private final Doubt doubt;

  Transition(Set<State> from, State to, Fence fence, Doubt doubt) {
    this.from = Set.copyOf(from);
    this.to = to;
    this.fence = fence;
    this.doubt = doubt;
  }

  /** The states the step may begin in. */
  public Set<State> from() {
    return from;
  }

  /** The state the step ends in. */
  public State to() {
    return to;
  }

  /** What it asks of the fence. */
  public Fence fence() {
    return fence;
  }

  /** What it asks of the doubt. */
  public Doubt doubt() {
    return doubt;
  }

  /**
   * The row after this step, or empty where the guard does not hold.
   *
   * @param fence the fence the caller holds, or the new one where the step takes one
   */
  public Optional<Position> apply(Position row, long fence) {
    if (!from.contains(row.state()) || !permits(row, fence)) {
      return Optional.empty();
    }
    boolean taken = this.fence == Fence.TAKEN;
    return Optional.of(
        new Position(
            to,
            taken ? fence : row.fence(),
            taken ? row.attempt() + 1 : row.attempt(),
            doubtAfter(row)));
  }

  private boolean permits(Position row, long held) {
    boolean fenceHolds =
        switch (fence) {
          case TAKEN, ANY -> true;
          case HELD -> row.fence() == held;
        };
    boolean doubtHolds =
        switch (doubt) {
          case ANY, RAISED, LIFTED -> true;
          case NONE -> !row.inDoubt();
          case PRESENT -> row.inDoubt();
        };
    return fenceHolds && doubtHolds;
  }

  private boolean doubtAfter(Position row) {
    return switch (doubt) {
      case RAISED -> true;
      case LIFTED -> false;
      case ANY, NONE, PRESENT -> row.inDoubt();
    };
  }
}
