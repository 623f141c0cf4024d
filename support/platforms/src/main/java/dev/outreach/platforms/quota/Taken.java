package dev.outreach.platforms.quota;

import java.time.Instant;

/** Whether a use of a quota was reserved. */
public sealed interface Taken {

  /** It is, durably, and is never given back. */
  record Reserved() implements Taken {}

  /**
   * Nothing is left.
   *
   * @param until when the first of the uses that count now ends
   */
  record UsedUp(Instant until) implements Taken {}
}
