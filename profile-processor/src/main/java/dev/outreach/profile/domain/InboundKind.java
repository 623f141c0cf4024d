package dev.outreach.profile.domain;

/** What a message in the conversation, reported by the platform, is. */
public enum InboundKind {
  /** Written by the person. */
  REPLY,
  /** An out-of-office. */
  AUTOMATIC,
  /** Our own message coming back. */
  ECHO,
  /** A wish not to be contacted. */
  OPT_OUT
}
