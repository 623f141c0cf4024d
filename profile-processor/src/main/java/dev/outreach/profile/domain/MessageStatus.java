package dev.outreach.profile.domain;

import java.util.EnumSet;
import java.util.Set;

/** Where one message stands, and where it can go from there. */
public enum MessageStatus {
  DRAFTED,
  QUEUED,
  /** A person has to send it. */
  WAITING_MANUAL,
  SENT,
  FAILED,
  UNCONFIRMED,
  CANCELLED,
  DISCARDED;

  /** Whether it is with the sender, or with a person who sends it by hand. */
  public boolean waitsForSending() {
    return this == QUEUED || this == WAITING_MANUAL;
  }

  /** Whether it is not over yet: there is never a second message beside an open one. */
  public boolean open() {
    return switch (this) {
      case DRAFTED, QUEUED, WAITING_MANUAL, UNCONFIRMED -> true;
      case SENT, FAILED, CANCELLED, DISCARDED -> false;
    };
  }

  /** Whether the change is legal; staying is always. */
  public boolean mayBecome(MessageStatus next) {
    return next == this || next().contains(next);
  }

  MessageStatus become(MessageStatus next) {
    if (!mayBecome(next)) {
      throw new IllegalStateException("message status " + this + " cannot become " + next);
    }
    return next;
  }

  private Set<MessageStatus> next() {
    return switch (this) {
      case DRAFTED -> EnumSet.of(QUEUED, DISCARDED, SENT);
      case QUEUED -> EnumSet.of(WAITING_MANUAL, SENT, FAILED, UNCONFIRMED, CANCELLED);
      case WAITING_MANUAL -> EnumSet.of(SENT, FAILED, UNCONFIRMED, CANCELLED);
      case UNCONFIRMED -> EnumSet.of(SENT, FAILED, QUEUED);
      case FAILED, CANCELLED, DISCARDED -> EnumSet.of(DRAFTED, SENT);
      case SENT -> EnumSet.noneOf(MessageStatus.class);
    };
  }
}
