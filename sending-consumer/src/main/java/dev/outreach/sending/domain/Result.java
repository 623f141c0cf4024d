package dev.outreach.sending.domain;

import java.time.Instant;
import java.util.Optional;

/** What the rest of the pipeline is told about a message. */
public sealed interface Result {

  /**
   * It was sent.
   *
   * @param sentText the words really sent, where a person changed them
   * @param reconciled whether this was found out afterwards
   */
  record Succeeded(
      Route route,
      Optional<String> platformMessageId,
      Optional<String> threadId,
      Optional<String> sentText,
      Instant sentAt,
      boolean reconciled)
      implements Result {}

  /** It was not sent and will not be. */
  record Failed(Reason reason) implements Result {}

  /**
   * It may have been sent; only a person can tell.
   *
   * @param route the way it was tried
   */
  record Unconfirmed(Reason reason, Route route) implements Result {}

  /** A person has to send it. */
  record NeedsPerson(Reason reason, Optional<String> link) implements Result {}

  /** It waits, until a time where one is known. */
  record Deferred(Reason reason, Optional<Instant> until) implements Result {}

  /** It was taken back before it left. */
  record Withdrawn(Reason reason) implements Result {}

  /** The way a message leaves. */
  enum Route {
    OFFICIAL_API,
    MANUAL,
    THIRD_PARTY
  }

  /** The name by which the outcome is stored and told apart. */
  default String name() {
    return switch (this) {
      case Succeeded _ -> "SUCCEEDED";
      case Failed _ -> "FAILED";
      case Unconfirmed _ -> "UNCONFIRMED";
      case NeedsPerson _ -> "NEEDS_PERSON";
      case Deferred _ -> "DEFERRED";
      case Withdrawn _ -> "WITHDRAWN";
    };
  }
}
