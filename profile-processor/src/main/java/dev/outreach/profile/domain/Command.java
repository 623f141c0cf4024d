package dev.outreach.profile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody wants done with one profile. */
public sealed interface Command {

  /** A reviewer's verdict. */
  record ReviewProfile(Verdict verdict, @Nullable String reason) implements Command {}

  /**
   * Ask for a draft.
   *
   * @param promptVersion a certain version of the prompt; the newest where null
   * @param regenerate replace the open draft
   */
  record RequestDraft(MessageType type, @Nullable String promptVersion, boolean regenerate)
      implements Command {}

  /** Replace the words of the open draft. */
  record EditDraft(String messageId, String text) implements Command {}

  /** Throw the open draft away. */
  record DiscardDraft(String messageId, @Nullable String reason) implements Command {}

  /** Approve exactly the bytes the fingerprint stands for. */
  record ApproveSend(String messageId, String fingerprint) implements Command {}

  /** Take a queued message back. */
  record CancelSend(String messageId, @Nullable String reason) implements Command {}

  /**
   * A person sent the message in the platform's own app, or could not.
   *
   * @param sentText the words really sent, where they differ
   * @param sentAt when; the time of the command where null
   * @param reason why it could not be sent
   */
  record RecordManualSend(
      String messageId,
      boolean sent,
      @Nullable String sentText,
      @Nullable Instant sentAt,
      @Nullable String reason)
      implements Command {}

  /** A person decides what became of a message in doubt. */
  record ResolveUnconfirmed(String messageId, Resolution resolution, String reason)
      implements Command {}

  /** The platform reports a message in the conversation. */
  record RecordReply(InboundKind kind, Inbound inbound) implements Command {}

  /** The platform reports how far messages of ours came. */
  record RecordReceipt(Receipt receipt) implements Command {}

  /** Never contact this person again. */
  record Suppress(String reason) implements Command {}

  /** Forget this person. */
  record Erase(String reason) implements Command {}
}
