package dev.outreach.profile.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last message of ours that was sent, and how far it came.
 *
 * @param messageId the message
 * @param platformMessageId the platform's id of it, where told
 * @param sentAt when
 * @param deliveredAt when it reached the person's device
 * @param readAt when the person read it
 */
public record LastSent(
    String messageId,
    @Nullable String platformMessageId,
    Instant sentAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant readAt) {

  /** The platform's clock may be behind ours by this much. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

  /** Whether a report speaks of this message, by its id or by everything up to a time. */
  boolean isMeantBy(Receipt receipt) {
    return (platformMessageId != null && receipt.platformMessageIds().contains(platformMessageId))
        || !receipt.upTo().isBefore(sentAt.minus(CLOCK_TOLERANCE));
  }

  LastSent delivered(Instant at) {
    return new LastSent(messageId, platformMessageId, sentAt, at, readAt);
  }

  LastSent read(Instant at) {
    return new LastSent(messageId, platformMessageId, sentAt, deliveredAt, at);
  }
}
