package dev.outreach.profile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a message at the sender. */
public sealed interface SendOutcome {

  /**
   * It was sent.
   *
   * @param sentText the words really sent, where they differ
   * @param reconciled whether this was found out afterwards
   */
  record Succeeded(
      SendRoute route,
      @Nullable String platformMessageId,
      @Nullable String threadId,
      @Nullable String sentText,
      Instant sentAt,
      boolean reconciled)
      implements SendOutcome {}

  /** It was not sent and will not be. */
  record Failed(Cause cause) implements SendOutcome {}

  /** It may have been sent and nobody can tell but a person. */
  record Unconfirmed(Cause cause, @Nullable SendRoute route) implements SendOutcome {}

  /**
   * No permitted way is open for software.
   *
   * @param link where a person can send it
   */
  record NeedsPerson(Cause cause, @Nullable String link) implements SendOutcome {}

  /** It waits. */
  record Deferred(Cause cause, @Nullable Instant until) implements SendOutcome {}

  /** It was taken back before it left. */
  record Withdrawn(Cause cause) implements SendOutcome {}
}
