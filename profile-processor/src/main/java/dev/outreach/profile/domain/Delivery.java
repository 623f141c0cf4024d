package dev.outreach.profile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a message left, as far as it is known.
 *
 * @param route the way it left, or was tried
 * @param platformMessageId the platform's id of it
 * @param threadId the platform's id of the conversation
 * @param sentText the words that were sent
 * @param sentAt when
 */
public record Delivery(
    @Nullable SendRoute route,
    @Nullable String platformMessageId,
    @Nullable String threadId,
    @Nullable String sentText,
    @Nullable Instant sentAt) {

  /** It has not left. */
  public static final Delivery NONE = new Delivery(null, null, null, null, null);

  static Delivery triedBy(@Nullable SendRoute route) {
    return new Delivery(route, null, null, null, null);
  }

  Delivery erased() {
    return new Delivery(route, null, null, null, sentAt);
  }
}
