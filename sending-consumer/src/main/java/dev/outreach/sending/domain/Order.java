package dev.outreach.sending.domain;

import dev.outreach.schemas.identity.Fingerprint;
import dev.outreach.schemas.identity.WebsiteDomain;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One message to be sent exactly as approved.
 *
 * @param orderId id of the task that ordered it
 * @param who whose message it is
 * @param from by which network and account
 * @param to who gets it
 * @param text the exact words
 * @param fingerprint what the approver saw, see {@link Fingerprint}
 * @param windowOpenUntil until when the platform lets us answer; empty where the person never wrote
 * @param approval who approved it, when, and until when that holds
 */
public record Order(
    String orderId,
    Who who,
    From from,
    To to,
    String text,
    String fingerprint,
    Optional<Instant> windowOpenUntil,
    Approval approval) {

  /** Whose message it is, and which one. */
  public record Who(
      String workspaceId,
      String profileId,
      String messageId,
      int step,
      MessageKind kind,
      String correlationId) {}

  /**
   * The sending side.
   *
   * @param platform upper case name of the network
   */
  public record From(String platform, String account) {}

  /**
   * The receiving side.
   *
   * @param recipient messaging address, or the handle while there is none
   * @param addressKnown whether the recipient is a messaging address
   * @param zone where they are; empty where nobody knows
   * @param domain host of the website they link to, see {@link WebsiteDomain}
   */
  public record To(
      String recipient,
      boolean addressKnown,
      String username,
      Optional<String> profileUrl,
      Optional<String> threadId,
      Optional<ZoneId> zone,
      Optional<String> domain) {

    /** Somebody of whom nobody knows where they are. */
    public To(
        String recipient,
        boolean addressKnown,
        String username,
        Optional<String> profileUrl,
        Optional<String> threadId) {
      this(
          recipient,
          addressKnown,
          username,
          profileUrl,
          threadId,
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * The approval.
   *
   * @param clickedAt when a person last clicked to have this very message sent
   */
  public record Approval(Instant at, String by, Instant expiresAt, Optional<Instant> clickedAt) {

    /** Nobody has clicked yet. */
    public Approval(Instant at, String by, Instant expiresAt) {
      this(at, by, expiresAt, Optional.empty());
    }
  }

  /** The first message or a later one. */
  public enum MessageKind {
    INITIAL,
    FOLLOW_UP
  }

  /** Whether the bytes are still those that were approved. */
  public boolean isAsApproved() {
    return Fingerprint.of(text, to.recipient(), from.platform(), from.account())
        .equals(fingerprint);
  }

  /** Leaves words, names and addresses out. */
  @Override
  public String toString() {
    return "Order[messageId=" + who.messageId() + ", orderId=" + orderId + "]";
  }
}
