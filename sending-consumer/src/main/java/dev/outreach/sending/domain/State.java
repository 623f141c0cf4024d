package dev.outreach.sending.domain;

/** Where a message stands in the ledger. */
public enum State {
  /** To be sent when its time has come. */
  READY,
  /** A worker holds it; no byte has left. */
  CLAIMED,
  /** A byte may have left. */
  WRITING,
  /** A byte may have left and the worker cannot tell what became of it. */
  UNKNOWN,
  /** It was sent. */
  SENT,
  /** It was not sent and will not be. */
  FAILED,
  /** It may have been sent; only a person can tell. */
  QUARANTINED,
  /** It was taken back before it left. */
  CANCELLED,
  /** A person has to send it. */
  WAITING_PERSON,
  /** Its approval ran out before it left. */
  EXPIRED;

  /** Whether the message is over and done with, so that it gets a receipt. */
  public boolean isFinal() {
    return switch (this) {
      case SENT, FAILED, CANCELLED, EXPIRED -> true;
      case READY, CLAIMED, WRITING, UNKNOWN, QUARANTINED, WAITING_PERSON -> false;
    };
  }
}
