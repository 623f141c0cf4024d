package dev.outreach.profile.avro;

import dev.outreach.profile.domain.Answer;
import dev.outreach.profile.domain.Approval;
import dev.outreach.profile.domain.Conversation;
import dev.outreach.profile.domain.Decision;
import dev.outreach.profile.domain.Known;
import dev.outreach.profile.domain.Known.Closed;
import dev.outreach.profile.domain.Message;
import dev.outreach.profile.domain.OpenTask;
import dev.outreach.profile.domain.Person;
import dev.outreach.profile.domain.Policy;
import dev.outreach.profile.domain.Profile;
import dev.outreach.profile.domain.Progress;
import dev.outreach.profile.domain.RejectionCode;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.HandledCommand;
import dev.outreach.schemas.LastSent;
import dev.outreach.schemas.MessageDirection;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.ProfileSummary;
import dev.outreach.schemas.StoredProfile;
import dev.outreach.schemas.ThreadMessage;
import org.jspecify.annotations.Nullable;

/** What the private store keeps of a person. Reading gives back exactly what was written. */
public final class StoredProfiles {

  private StoredProfiles() {}

  /** What is to be kept of a known person. */
  public static StoredProfile write(
      Known known, Profile profile, String correlationId, Policy policy) {
    Message message = known.message();
    Approval approval = message == null ? null : message.approval();
    OpenTask task = known.task();
    return StoredProfile.newBuilder()
        .setWorkspaceId(known.workspaceId())
        .setProfileId(known.profileId())
        .setVersion(known.version())
        .setSummary(Summaries.write(known, message, policy))
        .setOpenTaskId(task == null ? null : task.id())
        .setOrderId(approval == null ? null : approval.orderId())
        .setCancelRequested(message != null && message.cancelRequested())
        .setResumeStatus(SameName.in(OutreachStatus.class, known.resume()))
        .setAddress(known.conversation().address())
        .setThreadId(known.conversation().threadId())
        .setCorrelationId(correlationId)
        .setSuppressed(known.suppressed())
        .setHistory(known.conversation().history().stream().map(StoredProfiles::write).toList())
        .setHandled(profile.answers().stream().map(StoredProfiles::write).toList())
        .setInboundIds(known.conversation().inboundIds())
        .setLastSent(write(known.conversation().lastSent()))
        .build();
  }

  /**
   * What is to be kept where nothing happened but an answer. All else stays as it was told: rules
   * that changed since are news to this person still.
   */
  public static StoredProfile answered(StoredProfile kept, Profile profile) {
    return StoredProfile.newBuilder(kept)
        .setHandled(profile.answers().stream().map(StoredProfiles::write).toList())
        .build();
  }

  /** What was kept. */
  public static Profile read(StoredProfile stored) {
    return new Profile(
        readState(stored), stored.getHandled().stream().map(StoredProfiles::read).toList());
  }

  private static Known readState(StoredProfile stored) {
    ProfileSummary summary = stored.getSummary();
    Person person = People.read(summary.getProfile());
    Progress progress =
        new Progress(
            summary.getFollowUpsSent(),
            summary.getLastContactedAt().orElse(null),
            summary.getRepliedAt().orElse(null));
    return new Known(
        stored.getWorkspaceId(),
        stored.getProfileId(),
        stored.getVersion(),
        person,
        discovery(summary.getDiscoveryStatus()),
        outreach(summary.getOutreachStatus()),
        outreach(stored.getResumeStatus()),
        stored.getOpenTaskId().map(id -> new OpenTask(id, progress.nextStep())).orElse(null),
        summary
            .getMessage()
            .map(message -> Messages.read(message, person.platform(), stored))
            .orElse(null),
        readConversation(stored),
        progress,
        readClosed(stored));
  }

  private static Closed readClosed(StoredProfile stored) {
    if (stored.getSummary().getErased()) {
      return Closed.ERASED;
    }
    return stored.getSuppressed() ? Closed.SUPPRESSED : Closed.NO;
  }

  private static Conversation readConversation(StoredProfile stored) {
    return new Conversation(
        stored.getAddress().orElse(null),
        stored.getThreadId().orElse(null),
        stored.getSummary().getWindowOpenUntil().orElse(null),
        stored.getInboundIds(),
        stored.getHistory().stream().map(StoredProfiles::read).toList(),
        stored.getLastSent().map(StoredProfiles::read).orElse(null));
  }

  private static @Nullable LastSent write(dev.outreach.profile.domain.@Nullable LastSent sent) {
    return sent == null
        ? null
        : new LastSent(
            sent.messageId(),
            sent.platformMessageId(),
            sent.sentAt(),
            sent.deliveredAt(),
            sent.readAt());
  }

  private static dev.outreach.profile.domain.LastSent read(LastSent sent) {
    return new dev.outreach.profile.domain.LastSent(
        sent.getMessageId(),
        sent.getPlatformMessageId().orElse(null),
        sent.getSentAt(),
        sent.getDeliveredAt().orElse(null),
        sent.getReadAt().orElse(null));
  }

  static ThreadMessage write(dev.outreach.profile.domain.ThreadMessage message) {
    MessageDirection direction =
        message.ours() ? MessageDirection.OUTBOUND : MessageDirection.INBOUND;
    return new ThreadMessage(direction, message.text(), message.at());
  }

  private static dev.outreach.profile.domain.ThreadMessage read(ThreadMessage message) {
    return new dev.outreach.profile.domain.ThreadMessage(
        message.getDirection() == MessageDirection.OUTBOUND, message.getText(), message.getAt());
  }

  private static HandledCommand write(Answer answer) {
    Decision.Rejected rejected = answer.rejected();
    return new HandledCommand(
        answer.commandId(),
        answer.version(),
        rejected == null ? null : rejected.code().name(),
        rejected == null ? null : rejected.reason());
  }

  private static Answer read(HandledCommand handled) {
    Decision.Rejected rejected =
        handled
            .getRejectedCode()
            .map(RejectionCode::valueOf)
            .map(code -> new Decision.Rejected(code, handled.getRejectedReason().orElse("")))
            .orElse(null);
    return new Answer(handled.getCommandId(), handled.getVersion(), rejected);
  }

  private static dev.outreach.profile.domain.DiscoveryStatus discovery(DiscoveryStatus status) {
    return SameName.in(dev.outreach.profile.domain.DiscoveryStatus.class, status);
  }

  private static dev.outreach.profile.domain.OutreachStatus outreach(OutreachStatus status) {
    return SameName.in(dev.outreach.profile.domain.OutreachStatus.class, status);
  }
}
