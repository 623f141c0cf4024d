package dev.outreach.profile.domain;

import static dev.outreach.profile.domain.Decision.accept;
import static dev.outreach.profile.domain.Decision.reject;
import static dev.outreach.profile.domain.Decision.unchanged;

import dev.outreach.profile.domain.Command.DiscardDraft;
import dev.outreach.profile.domain.Command.EditDraft;
import dev.outreach.profile.domain.Command.RequestDraft;
import dev.outreach.profile.domain.Input.DraftAnswered;
import dev.outreach.profile.domain.ProfileEvent.DraftFailed;
import dev.outreach.profile.domain.ProfileEvent.DraftRequested;
import dev.outreach.profile.domain.ProfileEvent.MessageDiscarded;
import dev.outreach.profile.domain.ProfileEvent.MessageDrafted;
import dev.outreach.profile.domain.ProfileEvent.MessageEdited;
import dev.outreach.schemas.identity.DerivedId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One draft at a time; a result counts only for the task that is open. */
final class DraftRules {

  private DraftRules() {}

  static Decision request(Known known, RequestDraft command, Envelope envelope, Policy policy) {
    Optional<Decision> refusal = Refusals.ofContact(known);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (known.discovery() != DiscoveryStatus.QUALIFIED) {
      return reject(
          RejectionCode.NOT_QUALIFIED, "Only qualified people get a message: review them first.");
    }
    if (known.person().platform() == Platform.UNKNOWN) {
      return reject(
          RejectionCode.UNKNOWN_PLATFORM,
          "This version knows no way to write to people on this network: upgrade it first.");
    }
    return busy(known, command)
        .or(() -> outOfTurn(known, command.type(), policy))
        .orElseGet(() -> ordered(known, command, envelope));
  }

  private static Optional<Decision> busy(Known known, RequestDraft command) {
    return switch (known.outreach()) {
      case DRAFTING ->
          Optional.of(
              reject(
                  RejectionCode.DRAFT_IN_PROGRESS,
                  "A draft is being written: wait for it, or discard it first."));
      case DRAFTED ->
          command.regenerate()
              ? Optional.empty()
              : Optional.of(
                  reject(
                      RejectionCode.DRAFT_EXISTS,
                      "A draft is open: approve, edit or discard it, or ask to regenerate it."));
      case QUEUED -> Optional.of(Refusals.alreadyQueued());
      case UNCONFIRMED -> Optional.of(Refusals.outcomeUnknown());
      case EXHAUSTED -> Optional.of(noFollowUpsLeft());
      case NOT_STARTED, SENT, FAILED, REPLIED, OPTED_OUT -> Optional.empty();
    };
  }

  private static Optional<Decision> outOfTurn(Known known, MessageType type, Policy policy) {
    boolean contacted = known.progress().contacted();
    return switch (type) {
      case INITIAL ->
          contacted
              ? Optional.of(
                  reject(
                      RejectionCode.MESSAGE_ALREADY_SENT,
                      "The first message was sent: ask for a follow-up instead."))
              : Optional.empty();
      case FOLLOW_UP -> {
        if (!contacted) {
          yield Optional.of(
              reject(
                  RejectionCode.NOTHING_SENT_YET,
                  "No message was sent yet: ask for the first message instead."));
        }
        yield known.followUpsLeft(policy) > 0 ? Optional.empty() : Optional.of(noFollowUpsLeft());
      }
    };
  }

  private static Decision noFollowUpsLeft() {
    return reject(
        RejectionCode.NO_FOLLOW_UPS_LEFT,
        "All follow-ups are used: wait for a reply, nothing more is sent.");
  }

  private static Decision ordered(Known known, RequestDraft command, Envelope envelope) {
    return accept(
        new DraftRequested(
            known.messageId(known.progress().nextStep()),
            DerivedId.of("draft-task", known.profileId(), envelope.id()),
            command.promptVersion()));
  }

  static Decision edit(Known known, EditDraft command, Policy policy) {
    Message message = openDraft(known, command.messageId());
    if (message == null) {
      return known.erased() ? Refusals.erased() : Refusals.ofDraft(known, command.messageId());
    }
    if (command.text().isBlank()) {
      return reject(RejectionCode.EMPTY_TEXT, "text is empty: write words, or discard the draft.");
    }
    Destination to = known.destination(policy);
    boolean same = command.text().equals(message.draft().text()) && to.equals(message.to());
    return same ? unchanged() : accept(new MessageEdited(message.id(), command.text(), to));
  }

  /** Throws away the open draft, or the order for one. */
  static Decision discard(Known known, DiscardDraft command) {
    OpenTask task = known.task();
    boolean beingWritten = task != null && known.messageId(task.step()).equals(command.messageId());
    if (beingWritten || openDraft(known, command.messageId()) != null) {
      return accept(new MessageDiscarded(command.messageId(), command.reason()));
    }
    return known.erased() ? Refusals.erased() : Refusals.ofDraft(known, command.messageId());
  }

  static Decision answered(Known known, DraftAnswered answer, Policy policy) {
    OpenTask task = known.task();
    if (task == null || !task.id().equals(answer.taskId())) {
      return unchanged();
    }
    String messageId = known.messageId(task.step());
    return switch (answer.outcome()) {
      case DraftOutcome.Refused(Cause cause) ->
          accept(new DraftFailed(messageId, task.id(), cause));
      case DraftOutcome.Written(Draft draft, DraftOutcome.Usage usage) -> {
        String text = draft.text();
        yield text == null || text.isBlank()
            ? accept(new DraftFailed(messageId, task.id(), Causes.EMPTY_DRAFT))
            : accept(
                new MessageDrafted(
                    messageId, task.id(), task.step(), draft, known.destination(policy), usage));
      }
    };
  }

  /** The draft a person can work on: none while another is being written in its place. */
  static @Nullable Message openDraft(Known known, String messageId) {
    Message message = known.messageInHand(messageId);
    boolean open =
        message != null && message.status() == MessageStatus.DRAFTED && known.task() == null;
    return open ? message : null;
  }
}
