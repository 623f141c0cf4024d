package dev.outreach.sending.domain;

/** What a platform offers to settle a send whose outcome is unknown. */
public enum DeliveryClass {
  /** It collapses repetitions that carry the same key. */
  KEYED,
  /** It lists sent messages. */
  QUERYABLE,
  /** Neither. */
  BLIND
}
