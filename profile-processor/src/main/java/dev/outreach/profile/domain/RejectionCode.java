package dev.outreach.profile.domain;

/** Why a command is refused. The names are stable: programs outside compare them. */
public enum RejectionCode {
  /** Nobody with this id is known in this workspace. */
  UNKNOWN_PROFILE,
  /** The person is forgotten. */
  ERASED,
  /** The person must not be contacted. */
  SUPPRESSED,
  /** The person replied, so nothing more is sent by this pipeline. */
  REPLIED,
  /** Only qualified people get a message. */
  NOT_QUALIFIED,
  /** Nobody knows how to write to people on this network. */
  UNKNOWN_PLATFORM,
  /** A draft is being written at the moment. */
  DRAFT_IN_PROGRESS,
  /** A draft is open and nobody asked to replace it. */
  DRAFT_EXISTS,
  /** There is no draft to edit, discard or approve. */
  NO_OPEN_DRAFT,
  /** A draft has to have words. */
  EMPTY_TEXT,
  /** The bytes approved are not the bytes that would leave. */
  STALE_APPROVAL,
  /** Only a human being may order a sending. */
  PERSON_REQUIRED,
  /** The message is with the sender already. */
  ALREADY_QUEUED,
  /** There is nothing to take back. */
  NOT_QUEUED,
  /** The message has left. */
  MESSAGE_ALREADY_SENT,
  /** A follow-up needs a first message. */
  NOTHING_SENT_YET,
  /** All follow-ups are used. */
  NO_FOLLOW_UPS_LEFT,
  /** It is not known whether the message has left. */
  OUTCOME_UNKNOWN,
  /** The message is not in doubt. */
  NOT_UNCONFIRMED,
  /** The message is not one a person was asked to send. */
  NOT_WAITING_MANUAL,
  /** The time given lies ahead. */
  IMPLAUSIBLE_TIME
}
