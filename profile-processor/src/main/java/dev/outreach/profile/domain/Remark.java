package dev.outreach.profile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator should know about a message that waits or has ended.
 *
 * @param cause why it waits, failed or was cancelled
 * @param waitsUntil when it is tried next
 * @param link where a person can send it by hand; personal data
 */
public record Remark(@Nullable Cause cause, @Nullable Instant waitsUntil, @Nullable String link) {

  /** Nothing to say. */
  public static final Remark NONE = new Remark(null, null, null);

  static Remark of(Cause cause) {
    return new Remark(cause, null, null);
  }

  Remark because(Cause newCause) {
    return new Remark(newCause, waitsUntil, link);
  }

  Remark erased() {
    return cause == null ? NONE : of(new Cause(cause.code(), "erased"));
  }
}
