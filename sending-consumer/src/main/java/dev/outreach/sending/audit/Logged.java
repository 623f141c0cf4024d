package dev.outreach.sending.audit;

/** Where the log of events has left a message. */
public enum Logged {
  /** It is to be sent, or may have been. */
  OPEN,
  /** It was sent. */
  SENT,
  /** It was not sent and will not be. */
  ENDED
}
