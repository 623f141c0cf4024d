package dev.outreach.profile.avro;

import dev.outreach.profile.domain.Command;
import dev.outreach.profile.domain.Inbound;
import dev.outreach.profile.domain.InboundKind;
import dev.outreach.profile.domain.MessageType;
import dev.outreach.profile.domain.Receipt;
import dev.outreach.profile.domain.Resolution;
import dev.outreach.profile.domain.Verdict;
import dev.outreach.schemas.ApproveSend;
import dev.outreach.schemas.CancelSend;
import dev.outreach.schemas.DiscardDraft;
import dev.outreach.schemas.EditDraft;
import dev.outreach.schemas.Erase;
import dev.outreach.schemas.RecordManualSend;
import dev.outreach.schemas.RecordReceipt;
import dev.outreach.schemas.RecordReply;
import dev.outreach.schemas.RequestDraft;
import dev.outreach.schemas.ResolveUnconfirmed;
import dev.outreach.schemas.ReviewProfile;
import dev.outreach.schemas.Suppress;

/** Reads the payload of a command. */
final class Commands {

  private Commands() {}

  /** A union is an Object in the generated code; any branch but ours is unreadable. */
  static Command read(Object command) {
    return switch (command) {
      case ReviewProfile review ->
          new Command.ReviewProfile(
              SameName.in(Verdict.class, review.getVerdict()), review.getReason().orElse(null));
      case RequestDraft request ->
          new Command.RequestDraft(
              SameName.in(MessageType.class, request.getMessageType()),
              request.getPromptVersion().orElse(null),
              request.getRegenerate());
      case EditDraft edit -> new Command.EditDraft(edit.getMessageId(), edit.getText());
      case DiscardDraft discard ->
          new Command.DiscardDraft(discard.getMessageId(), discard.getReason().orElse(null));
      case ApproveSend approve ->
          new Command.ApproveSend(approve.getMessageId(), approve.getFingerprint());
      case CancelSend cancel ->
          new Command.CancelSend(cancel.getMessageId(), cancel.getReason().orElse(null));
      case RecordManualSend manual -> manualSend(manual);
      case ResolveUnconfirmed resolve ->
          new Command.ResolveUnconfirmed(
              resolve.getMessageId(),
              SameName.in(Resolution.class, resolve.getResolution()),
              resolve.getReason());
      case RecordReply reply ->
          new Command.RecordReply(SameName.in(InboundKind.class, reply.getKind()), inbound(reply));
      case RecordReceipt receipt -> new Command.RecordReceipt(receipt(receipt));
      case Suppress suppress -> new Command.Suppress(suppress.getReason());
      case Erase erase -> new Command.Erase(erase.getReason());
      default ->
          throw new UnreadableRecord(
              "command is a "
                  + command.getClass().getSimpleName()
                  + ": upgrade the profile-processor before whoever publishes it");
    };
  }

  private static Command manualSend(RecordManualSend manual) {
    return new Command.RecordManualSend(
        manual.getMessageId(),
        manual.getSent(),
        manual.getSentText().orElse(null),
        manual.getSentAt().orElse(null),
        manual.getReason().orElse(null));
  }

  private static Receipt receipt(RecordReceipt receipt) {
    return new Receipt(
        SameName.in(Receipt.Kind.class, receipt.getKind()),
        receipt.getPlatformMessageIds(),
        receipt.getUpTo(),
        receipt.getReceivedAt());
  }

  private static Inbound inbound(RecordReply reply) {
    return new Inbound(
        reply.getPlatformMessageId(),
        reply.getText().orElse(null),
        reply.getThreadId().orElse(null),
        reply.getAddress().orElse(null),
        reply.getReceivedAt(),
        reply.getWindowOpenUntil().orElse(null));
  }
}
