package dev.outreach.sending.domain;

import java.time.Instant;
import java.util.Optional;

/** What a worker knows after it tried to send. */
public sealed interface CallOutcome {

  /**
   * The platform acknowledged the message.
   *
   * @param platformMessageId the platform's id, where it gave one
   * @param threadId the platform's id of the conversation, where it gave one
   */
  record Delivered(Optional<String> platformMessageId, Optional<String> threadId)
      implements CallOutcome {}

  /**
   * Proved not carried out; it may be tried again.
   *
   * @param retryAt not before this time, where the platform says so
   * @param hold what it means for the account as a whole
   */
  record NotExecuted(Reason reason, Optional<Instant> retryAt, Hold hold) implements CallOutcome {}

  /** The platform's window for answers is closed: nothing was sent, software may not send now. */
  record WindowClosed(Reason reason) implements CallOutcome {}

  /**
   * Refused for good.
   *
   * @param hold what it means for the account as a whole
   */
  record Refused(Reason reason, Hold hold) implements CallOutcome {}

  /** It may have been carried out. */
  record InDoubt(Reason reason) implements CallOutcome {}

  /** What an answer means for further sends of the same account. */
  enum Hold {
    /** Nothing. */
    NONE,
    /** Wait until the named time. */
    UNTIL_RETRY,
    /** Stop until an operator resumes it. */
    UNTIL_RESUMED
  }
}
