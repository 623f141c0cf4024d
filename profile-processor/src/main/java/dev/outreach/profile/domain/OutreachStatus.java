package dev.outreach.profile.domain;

import java.util.EnumSet;
import java.util.Set;

/** Where the conversation with a person stands, and where it can go from there. */
public enum OutreachStatus {
  NOT_STARTED,
  /** A draft is being written. */
  DRAFTING,
  /** A draft waits for a person's eyes. */
  DRAFTED,
  /** Approved: with the sender, or with a person who sends it by hand. */
  QUEUED,
  SENT,
  REPLIED,
  FAILED,
  /** The message may have been sent. */
  UNCONFIRMED,
  OPTED_OUT,
  /** As many follow-ups were sent as are allowed. */
  EXHAUSTED;

  /** Whether nothing of ours may go out any more. */
  public boolean stopped() {
    return this == REPLIED || this == OPTED_OUT;
  }

  /** Whether the change is legal; staying is always. */
  public boolean mayBecome(OutreachStatus next) {
    return next == this || next().contains(next);
  }

  OutreachStatus become(OutreachStatus next) {
    if (!mayBecome(next)) {
      throw new IllegalStateException("outreach status " + this + " cannot become " + next);
    }
    return next;
  }

  /**
   * A sending that is reported late is still true, so SENT and EXHAUSTED follow almost anything.
   * They follow each other when more or fewer follow-ups are allowed than before.
   */
  private Set<OutreachStatus> next() {
    return switch (this) {
      case NOT_STARTED -> EnumSet.of(DRAFTING, SENT, REPLIED, OPTED_OUT);
      case DRAFTING ->
          EnumSet.of(NOT_STARTED, DRAFTED, SENT, FAILED, EXHAUSTED, REPLIED, OPTED_OUT);
      case DRAFTED ->
          EnumSet.of(NOT_STARTED, DRAFTING, QUEUED, SENT, FAILED, EXHAUSTED, REPLIED, OPTED_OUT);
      case QUEUED ->
          EnumSet.of(NOT_STARTED, SENT, FAILED, UNCONFIRMED, EXHAUSTED, REPLIED, OPTED_OUT);
      case SENT -> EnumSet.of(DRAFTING, EXHAUSTED, REPLIED, OPTED_OUT);
      case UNCONFIRMED -> EnumSet.of(QUEUED, SENT, FAILED, EXHAUSTED, REPLIED, OPTED_OUT);
      case FAILED -> EnumSet.of(DRAFTING, SENT, EXHAUSTED, REPLIED, OPTED_OUT);
      case REPLIED -> EnumSet.of(OPTED_OUT);
      case EXHAUSTED -> EnumSet.of(SENT, REPLIED, OPTED_OUT);
      case OPTED_OUT -> EnumSet.noneOf(OutreachStatus.class);
    };
  }
}
