package dev.outreach.platforms;

import java.time.Duration;
import java.util.Optional;

/** How an attempt to send ended. */
public sealed interface SendOutcome {

  /**
   * The platform took the message.
   *
   * @param threadId its conversation, where the platform says
   */
  record Sent(String platformMessageId, Optional<String> threadId) implements SendOutcome {}

  /**
   * Certainly not sent: no byte of the message left, or the platform answered with a refusal that
   * is known to come before anything is done.
   *
   * @param retryable whether the same message may be tried again later
   * @param retryAfter how long to wait at least, as the platform said
   */
  record ProvedNotExecuted(
      PlatformFailure failure, boolean retryable, Optional<Duration> retryAfter)
      implements SendOutcome {

    /** Takes the advice from the failure. */
    public static ProvedNotExecuted because(PlatformFailure failure) {
      Optional<Duration> retryAfter =
          failure instanceof PlatformFailure.RateLimit limit
              ? limit.retryAfter()
              : Optional.empty();
      return new ProvedNotExecuted(failure, failure.retryable(), retryAfter);
    }
  }

  /** The message may have been sent: find out, never repeat. */
  record MayHaveBeenSent(PlatformFailure failure) implements SendOutcome {

    /** What the platform answered, if anything, leaves it open. */
    public static MayHaveBeenSent because(ErrorCode code) {
      return new MayHaveBeenSent(new PlatformFailure.AmbiguousSend(code));
    }
  }
}
