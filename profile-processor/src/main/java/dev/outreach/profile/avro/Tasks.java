package dev.outreach.profile.avro;

import dev.outreach.profile.domain.Delivery;
import dev.outreach.profile.domain.Instruction;
import dev.outreach.profile.domain.Known;
import dev.outreach.profile.domain.Message;
import dev.outreach.schemas.DraftTask;
import dev.outreach.schemas.MessageType;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.SendCancelled;
import dev.outreach.schemas.SendOrder;
import dev.outreach.schemas.SendResolution;
import dev.outreach.schemas.SendResolved;
import dev.outreach.schemas.SendSuppressed;
import dev.outreach.schemas.SendTask;
import dev.outreach.schemas.identity.DerivedId;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** Writes the work that follows from an event. */
final class Tasks {

  private Tasks() {}

  static DraftTask draft(Instruction.WriteDraft write, Known after, ProfileEvent event) {
    int step = write.task().step();
    return DraftTask.newBuilder()
        .setId(write.task().id())
        .setWorkspaceId(event.getWorkspaceId())
        .setProfileId(event.getProfileId())
        .setOccurredAt(event.getOccurredAt())
        .setCausationId(event.getId())
        .setCorrelationId(event.getCorrelationId())
        .setTaskId(write.task().id())
        .setMessageId(write.messageId())
        .setMessageType(type(step))
        .setStep(step)
        .setPromptVersion(write.promptVersion())
        .setProfile(People.write(after.person()))
        .setHistory(after.conversation().history().stream().map(StoredProfiles::write).toList())
        .build();
  }

  static SendTask order(Instruction.Send send, Known after, ProfileEvent event) {
    Message message = send.message();
    String text = Objects.requireNonNull(message.draft().text(), "an order has words");
    SendOrder order =
        SendOrder.newBuilder()
            .setPlatform(SameName.in(Platform.class, message.to().platform()))
            .setAccount(message.to().account())
            .setRecipient(message.to().recipient())
            .setAddressKnown(after.conversation().address() != null)
            .setUsername(after.person().username())
            .setProfileUrl(after.person().profileUrl())
            .setText(text)
            .setFingerprint(Objects.requireNonNull(message.fingerprint(), "words are there"))
            .setMessageType(type(message.step()))
            .setStep(message.step())
            .setThreadId(after.conversation().threadId())
            .setWindowOpenUntil(after.conversation().windowOpenUntil())
            .setApprovedAt(event.getOccurredAt())
            .setApprovedBy(event.getActor().getName())
            .setExpiresAt(send.expiresAt())
            .setTimeZone(after.person().timeZone())
            .setWebsite(after.person().website())
            .build();
    return task(send.orderId(), message.id(), order, event);
  }

  static SendTask cancel(Instruction.Cancel cancel, ProfileEvent event) {
    SendCancelled cancelled = new SendCancelled(cancel.cause().code(), cancel.cause().reason());
    return task(id("cancel", event), cancel.messageId(), cancelled, event);
  }

  static SendTask resolve(Instruction.Resolve resolve, ProfileEvent event) {
    Delivery delivery = Objects.requireNonNullElse(resolve.delivery(), Delivery.NONE);
    SendResolved resolved =
        new SendResolved(
            SameName.in(SendResolution.class, resolve.ending()),
            delivery.sentText(),
            delivery.sentAt(),
            resolve.reason(),
            delivery.platformMessageId(),
            delivery.threadId());
    return task(id("resolve", event), resolve.messageId(), resolved, event);
  }

  static SendTask stop(Instruction.Stop stop, Known after, ProfileEvent event) {
    SendSuppressed suppressed =
        new SendSuppressed(
            SameName.in(Platform.class, after.person().platform()),
            stop.username(),
            stop.cause().code(),
            stop.cause().reason());
    String first = DerivedId.message(event.getProfileId(), 0);
    return task(id("suppress", event), first, suppressed, event);
  }

  private static SendTask task(
      String id, String messageId, SpecificRecord instruction, ProfileEvent event) {
    return SendTask.newBuilder()
        .setId(id)
        .setWorkspaceId(event.getWorkspaceId())
        .setProfileId(event.getProfileId())
        .setOccurredAt(event.getOccurredAt())
        .setCausationId(event.getId())
        .setCorrelationId(event.getCorrelationId())
        .setActor(event.getActor())
        .setMessageId(messageId)
        .setInstruction(instruction)
        .build();
  }

  private static String id(String kind, ProfileEvent event) {
    return DerivedId.of("send-task", kind, event.getId());
  }

  private static MessageType type(int step) {
    return SameName.in(MessageType.class, dev.outreach.profile.domain.MessageType.ofStep(step));
  }
}
