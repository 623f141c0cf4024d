package dev.outreach.profile.domain;

import static dev.outreach.profile.domain.Decision.reject;

import java.util.Optional;

/** Refusals that several rules share, each with a sentence that says what to do next. */
final class Refusals {

  private Refusals() {}

  static Decision unknownProfile() {
    return reject(
        RejectionCode.UNKNOWN_PROFILE,
        "Nobody with this id is known in this workspace: discover or import the person first.");
  }

  static Decision erased() {
    return reject(
        RejectionCode.ERASED,
        "This person asked to be forgotten: nothing is kept and nothing can be done.");
  }

  static Decision personRequired() {
    return reject(
        RejectionCode.PERSON_REQUIRED,
        "Only a person may order a sending: sign in and decide it yourself.");
  }

  /** Why nothing may be prepared or sent for this person, where that is so. */
  static Optional<Decision> ofContact(Known known) {
    if (known.erased()) {
      return Optional.of(erased());
    }
    if (known.suppressed()) {
      return Optional.of(
          reject(
              RejectionCode.SUPPRESSED,
              "This person must not be contacted: leave them out, the suppression is final."));
    }
    if (known.outreach().stopped()) {
      return Optional.of(
          reject(
              RejectionCode.REPLIED,
              "This person replied: answer in the platform's own conversation."));
    }
    return Optional.empty();
  }

  /** Why there is no draft to work on under this id. */
  static Decision ofDraft(Known known, String messageId) {
    OpenTask task = known.task();
    if (task != null && known.messageId(task.step()).equals(messageId)) {
      return reject(
          RejectionCode.DRAFT_IN_PROGRESS,
          "A draft is being written: wait for it, or discard it first.");
    }
    Message message = known.messageInHand(messageId);
    return message == null ? noOpenDraft() : ofStatus(message.status());
  }

  private static Decision ofStatus(MessageStatus status) {
    return switch (status) {
      case QUEUED, WAITING_MANUAL -> alreadyQueued();
      case SENT -> alreadySent();
      case UNCONFIRMED -> outcomeUnknown();
      case DRAFTED, FAILED, CANCELLED, DISCARDED -> noOpenDraft();
    };
  }

  static Decision noOpenDraft() {
    return reject(
        RejectionCode.NO_OPEN_DRAFT, "There is no open draft of this message: request one first.");
  }

  static Decision alreadyQueued() {
    return reject(
        RejectionCode.ALREADY_QUEUED,
        "The message is approved and waits to be sent: cancel the sending first.");
  }

  static Decision alreadySent() {
    return reject(
        RejectionCode.MESSAGE_ALREADY_SENT,
        "The message was sent and cannot be changed: go on with a follow-up.");
  }

  static Decision outcomeUnknown() {
    return reject(
        RejectionCode.OUTCOME_UNKNOWN,
        "The message may have been sent: look in the platform's conversation and resolve it.");
  }
}
