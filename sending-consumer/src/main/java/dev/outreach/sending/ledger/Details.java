package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result;
import dev.outreach.sending.domain.Result.Route;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a step writes beside the state. What is null stays as it is, except reason and waiting time,
 * which always become those of this step.
 */
public record Details(
    Instant at,
    @Nullable Instant leaseUntil,
    @Nullable Instant notBefore,
    @Nullable Instant writeAt,
    @Nullable Route route,
    @Nullable String platformMessageId,
    @Nullable String threadId,
    @Nullable String sentText,
    @Nullable Instant sentAt,
    @Nullable Instant windowClosedAt,
    @Nullable Boolean lookFirst,
    @Nullable Reason reason,
    @Nullable Instant waitingUntil) {

  private static final Details NOTHING =
      new Details(
          Instant.EPOCH, null, null, null, null, null, null, null, null, null, null, null, null);

  /** A step at a moment, with nothing beside the state. */
  public static Details at(Instant at) {
    return NOTHING.moved(at);
  }

  /** A claim by a way. */
  public static Details claimed(Instant at, Instant leaseUntil, Route route) {
    return new Details(
        at, leaseUntil, null, null, route, null, null, null, null, null, null, null, null);
  }

  /** The write mark. */
  public static Details marked(Instant at, Instant leaseUntil) {
    return new Details(
        at, leaseUntil, null, at, null, null, null, null, null, null, false, null, null);
  }

  /** A message that was sent. */
  public static Details sent(Instant at, Result.Succeeded success) {
    return new Details(
        at,
        null,
        null,
        null,
        success.route(),
        success.platformMessageId().orElse(null),
        success.threadId().orElse(null),
        success.sentText().orElse(null),
        success.sentAt(),
        null,
        null,
        null,
        null);
  }

  /** An end, or a stop, with its reason. */
  public static Details because(Instant at, Reason reason) {
    return new Details(
        at, null, null, null, null, null, null, null, null, null, null, reason, null);
  }

  /**
   * A message that waits.
   *
   * @param notBefore when it is looked at again
   * @param told the time to show; empty where nobody can tell it
   */
  public static Details waiting(
      Instant at, Instant notBefore, Reason reason, Optional<Instant> told) {
    return new Details(
        at,
        null,
        notBefore,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        reason,
        told.orElse(null));
  }

  /** The same, for a message that a person gets. */
  public Details byHand() {
    return new Details(
        at,
        leaseUntil,
        notBefore,
        writeAt,
        Route.MANUAL,
        platformMessageId,
        threadId,
        sentText,
        sentAt,
        windowClosedAt,
        lookFirst,
        reason,
        waitingUntil);
  }

  /** The same, with the platform's window known to be closed. */
  public Details windowClosed() {
    return new Details(
        at,
        leaseUntil,
        notBefore,
        writeAt,
        route,
        platformMessageId,
        threadId,
        sentText,
        sentAt,
        at,
        lookFirst,
        reason,
        waitingUntil);
  }

  /** The same, for a message of which a byte may have left since a moment. */
  public Details writtenAt(Instant moment) {
    return new Details(
        at,
        leaseUntil,
        notBefore,
        moment,
        route,
        platformMessageId,
        threadId,
        sentText,
        sentAt,
        windowClosedAt,
        lookFirst,
        reason,
        waitingUntil);
  }

  /** The same, with the platform to be asked for the message before it is sent. */
  public Details lookingFirst() {
    return new Details(
        at,
        leaseUntil,
        notBefore,
        writeAt,
        route,
        platformMessageId,
        threadId,
        sentText,
        sentAt,
        windowClosedAt,
        true,
        reason,
        waitingUntil);
  }

  /** Code of the reason; null where there is none. */
  @Nullable String reasonCode() {
    return reason == null ? null : reason.code();
  }

  /** Sentence of the reason; null where there is none. */
  @Nullable String sentence() {
    return reason == null ? null : reason.sentence();
  }

  private Details moved(Instant moment) {
    return new Details(
        moment,
        leaseUntil,
        notBefore,
        writeAt,
        route,
        platformMessageId,
        threadId,
        sentText,
        sentAt,
        windowClosedAt,
        lookFirst,
        reason,
        waitingUntil);
  }
}
