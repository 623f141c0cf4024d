package dev.outreach.profile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far we came with a person.
 *
 * @param followUpsSent follow-ups sent so far
 * @param lastContactedAt when we last wrote; null before the first message was sent
 * @param repliedAt when they first replied
 */
public record Progress(
    int followUpsSent, @Nullable Instant lastContactedAt, @Nullable Instant repliedAt) {

  /** Nothing happened yet. */
  public static final Progress NONE = new Progress(0, null, null);

  /** Whether a message of ours reached the person. */
  public boolean contacted() {
    return lastContactedAt != null;
  }

  /** Position of the next message: 0 is the first. */
  public int nextStep() {
    return contacted() ? followUpsSent + 1 : 0;
  }

  Progress sent(int step, Instant at) {
    return new Progress(Math.max(followUpsSent, step), at, repliedAt);
  }

  Progress replied(Instant at) {
    return repliedAt == null ? new Progress(followUpsSent, lastContactedAt, at) : this;
  }
}
