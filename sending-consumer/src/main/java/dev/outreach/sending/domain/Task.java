package dev.outreach.sending.domain;

import java.time.Instant;
import java.util.Optional;

/** What the sending side is told to do about one message. */
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
   * A person decided about it.
   *
   * @param sentText the words really sent, where they differ
   * @param sentAt when it was sent, where the person said so
   */
  record Resolved(
      String messageId,
      Resolution resolution,
      Optional<String> sentText,
      Optional<Instant> sentAt,
      String reason)
      implements Task {

    /** Leaves the words out. */
    @Override
    public String toString() {
      return "Resolved[messageId=" + messageId + ", resolution=" + resolution + "]";
    }
  }

  /** A person's decision. */
  enum Resolution {
    SENT,
    RETRY,
    ABANDONED
  }
}
