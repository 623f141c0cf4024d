package dev.outreach.platforms;

/** What can be found out about a message whose sending was not answered. */
public enum DeliveryClass {
  /** The platform collapses repeats that carry the same key: repeating is safe. */
  KEYED,
  /** Sent messages can be listed: {@link Messaging#findSent} tells. */
  QUERYABLE,
  /** Nothing can be found out: a person must decide. */
  BLIND
}
