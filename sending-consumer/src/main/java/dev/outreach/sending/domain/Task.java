package dev.outreach.sending.domain;

import java.time.Instant;
import java.util.Optional;

/** What the sending side is told to do about one message, or about all to one person. */
public sealed interface Task {

  /** The message it is about. */
  String messageId();

  /** Send exactly these bytes once. */
  record Ordered(Order order) implements Task {

    @Override
    public String messageId() {
      return order.who().messageId();
    }
  }

  /** Do not send it, if it has not left. */
  record Cancelled(String messageId, Reason reason) implements Task {}

  /**
   * Send nothing to the person any more, whatever was or will be ordered.
   *
   * @param username their handle; empty where the person is to be forgotten
   */
  record Suppressed(
      String messageId,
      String workspaceId,
      String profileId,
      String platform,
      Optional<String> username,
      Reason reason)
      implements Task {

    /** Leaves the handle out. */
    @Override
    public String toString() {
      return "Suppressed[profileId=" + profileId + "]";
    }
  }

  /**
   * A person decided about it, or the platform showed it.
   *
   * @param sentText the words really sent, where they differ
   * @param sentAt when it was sent, where known
   * @param sighting what the platform calls it, where it showed it
   */
  record Resolved(
      String messageId,
      Resolution resolution,
      Optional<String> sentText,
      Optional<Instant> sentAt,
      Sighting sighting,
      String reason)
      implements Task {

    /** Leaves the words out. */
    @Override
    public String toString() {
      return "Resolved[messageId=" + messageId + ", resolution=" + resolution + "]";
    }
  }

  /** What the platform calls a message and its conversation, as far as it told. */
  record Sighting(Optional<String> platformMessageId, Optional<String> threadId) {

    /** Nobody saw it. */
    public static final Sighting NONE = new Sighting(Optional.empty(), Optional.empty());
  }

  /** A decision. */
  enum Resolution {
    SENT,
    RETRY,
    ABANDONED
  }
}
