package dev.outreach.sending.domain;

import java.time.Instant;
import java.util.Optional;

/** The official way out of one account. Implementations are thread-safe and may block. */
public interface Delivery {

  /** What the platform offers to settle doubt. */
  DeliveryClass deliveryClass();

  /**
   * Sends once, never repeating by itself.
   *
   * @param beforeWrite is run when the connection stands, immediately before the first byte of the
   *     message leaves; where it throws, nothing is sent and the outcome is not executed
   */
  CallOutcome send(Order order, Runnable beforeWrite);

  /** Looks in the platform's own list for this message, among those since a moment. */
  Sighting find(Order order, Instant since);

  /** What the platform's list shows. */
  sealed interface Sighting {

    /** It is there. */
    record Found(String platformMessageId, Optional<String> threadId, Instant sentAt)
        implements Sighting {}

    /** It is not. */
    record Absent() implements Sighting {}

    /** The list could not be read now. */
    record Unreadable(Reason reason) implements Sighting {}
  }
}
