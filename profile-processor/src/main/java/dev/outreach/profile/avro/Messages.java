package dev.outreach.profile.avro;

import dev.outreach.profile.domain.Approval;
import dev.outreach.profile.domain.Cause;
import dev.outreach.profile.domain.Delivery;
import dev.outreach.profile.domain.Destination;
import dev.outreach.profile.domain.Draft;
import dev.outreach.profile.domain.Message;
import dev.outreach.profile.domain.Platform;
import dev.outreach.profile.domain.Remark;
import dev.outreach.schemas.DraftCheck;
import dev.outreach.schemas.MessageState;
import dev.outreach.schemas.MessageStatus;
import dev.outreach.schemas.MessageType;
import dev.outreach.schemas.SendRoute;
import dev.outreach.schemas.StoredProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message, in both forms. */
final class Messages {

  private Messages() {}

  static MessageState write(Message message) {
    MessageState.Builder state = MessageState.newBuilder();
    state
        .setMessageId(message.id())
        .setStep(message.step())
        .setMessageType(
            SameName.in(
                MessageType.class, dev.outreach.profile.domain.MessageType.ofStep(message.step())))
        .setStatus(SameName.in(MessageStatus.class, message.status()))
        .setFingerprint(message.fingerprint())
        .setAccount(message.to().account())
        .setRecipient(message.to().recipient());
    write(message.draft(), state);
    write(message.delivery(), state);
    write(message.remark(), state);
    Approval approval = message.approval();
    return state
        .setApprovedAt(approval == null ? null : approval.at())
        .setApprovedBy(approval == null ? null : approval.by())
        .build();
  }

  private static void write(Draft draft, MessageState.Builder state) {
    state
        .setText(draft.text())
        .setDrafter(draft.drafter())
        .setModel(draft.model())
        .setPromptVersion(draft.promptVersion())
        .setLanguage(draft.language())
        .setChecks(draft.checks().stream().map(Messages::writeCheck).toList())
        .setEdited(draft.edited())
        .setDraftedAt(draft.draftedAt());
  }

  private static void write(Delivery delivery, MessageState.Builder state) {
    state
        .setRoute(delivery.route() == null ? null : SameName.in(SendRoute.class, delivery.route()))
        .setPlatformMessageId(delivery.platformMessageId())
        .setThreadId(delivery.threadId())
        .setSentText(delivery.sentText())
        .setSentAt(delivery.sentAt());
  }

  private static void write(Remark remark, MessageState.Builder state) {
    Cause cause = remark.cause();
    state
        .setReasonCode(cause == null ? null : cause.code())
        .setReason(cause == null ? null : cause.reason())
        .setWaitsUntil(remark.waitsUntil())
        .setLink(remark.link());
  }

  /** The message in hand, with what only the private store knows of it. */
  static Message read(MessageState state, Platform platform, StoredProfile stored) {
    return new Message(
        state.getMessageId(),
        state.getStep(),
        SameName.in(dev.outreach.profile.domain.MessageStatus.class, state.getStatus()),
        readDraft(state),
        new Destination(platform, state.getAccount(), state.getRecipient()),
        readApproval(state, stored),
        readDelivery(state),
        readRemark(state),
        stored.getCancelRequested());
  }

  private static Draft readDraft(MessageState state) {
    return new Draft(
        state.getText().orElse(null),
        state.getDrafter().orElseThrow(),
        state.getModel().orElse(null),
        state.getPromptVersion().orElseThrow(),
        state.getLanguage().orElse(null),
        readChecks(state.getChecks()),
        state.getEdited(),
        state.getDraftedAt().orElseThrow());
  }

  private static @Nullable Approval readApproval(MessageState state, StoredProfile stored) {
    return stored
        .getOrderId()
        .map(
            orderId ->
                new Approval(
                    orderId,
                    state.getApprovedAt().orElseThrow(),
                    state.getApprovedBy().orElse(null)))
        .orElse(null);
  }

  private static Delivery readDelivery(MessageState state) {
    return new Delivery(
        state.getRoute().map(Messages::readRoute).orElse(null),
        state.getPlatformMessageId().orElse(null),
        state.getThreadId().orElse(null),
        state.getSentText().orElse(null),
        state.getSentAt().orElse(null));
  }

  private static Remark readRemark(MessageState state) {
    Cause cause =
        state
            .getReasonCode()
            .map(code -> new Cause(code, state.getReason().orElse("")))
            .orElse(null);
    return new Remark(cause, state.getWaitsUntil().orElse(null), state.getLink().orElse(null));
  }

  static dev.outreach.profile.domain.SendRoute readRoute(SendRoute route) {
    return SameName.in(dev.outreach.profile.domain.SendRoute.class, route);
  }

  static List<dev.outreach.profile.domain.DraftCheck> readChecks(List<DraftCheck> checks) {
    return checks.stream().map(Messages::readCheck).toList();
  }

  private static dev.outreach.profile.domain.DraftCheck readCheck(DraftCheck check) {
    return new dev.outreach.profile.domain.DraftCheck(
        check.getName(), check.getPassed(), check.getDetail().orElse(null));
  }

  private static DraftCheck writeCheck(dev.outreach.profile.domain.DraftCheck check) {
    return new DraftCheck(check.name(), check.passed(), check.detail());
  }
}
