package dev.outreach.sending.domain;

/** What the platform's own interface lets software do with one account. */
public enum OfficialWay {
  /** The platform permits no sending by software at all. */
  NOT_OFFERED,
  /** It does, but no credentials are configured for the account. */
  NOT_CONFIGURED,
  /** It lets us answer for a while after the person wrote. */
  ANSWERS,
  /** The same, and for a week what a person has written, which the platform has approved. */
  LONG_ANSWERS,
  /** It sends a message when a person clicks for this very message, and then only. */
  CLICKS,
  /** The platform has said that it takes this message no more. */
  CLOSED
}
