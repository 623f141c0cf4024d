package dev.outreach.platforms.connected;

/** On what terms a platform lets software send with an account. */
public enum SendingTerms {
  /** Answers, for a while after the person wrote. */
  ANSWERS,
  /** The same, and for seven days what a person has written, which the platform has approved. */
  LONG_ANSWERS,
  /** Each message by a person's click for this very message, at that moment. */
  CLICKS,
  /** As in the person's own session: whenever the account's limits allow. */
  SESSION
}
