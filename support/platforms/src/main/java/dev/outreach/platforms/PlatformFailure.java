package dev.outreach.platforms;

import java.time.Duration;
import java.util.Optional;

/** Why a platform did not do what it was asked, in the one vocabulary all adapters share. */
public sealed interface PlatformFailure {

  ErrorCode code();

  /** The token is expired, revoked or wrong: refresh once, then park the account. */
  record Auth(ErrorCode code) implements PlatformFailure {}

  /** The app or account lacks a right: an operator must act, repeating is useless. */
  record Permission(ErrorCode code) implements PlatformFailure {}

  /**
   * Too many calls: repeat after the hint, or after a backoff where there is none.
   *
   * @param retryAfter how long to wait, as the platform said or our own count knows
   * @param limit which limit, in words for an operator; empty where the platform does not say
   */
  record RateLimit(ErrorCode code, Optional<Duration> retryAfter, Optional<String> limit)
      implements PlatformFailure {

    /** Of a limit that the platform does not name. */
    public RateLimit(ErrorCode code, Optional<Duration> retryAfter) {
      this(code, retryAfter, Optional.empty());
    }
  }

  /** The platform allows no message now; only the person can reopen the window by writing. */
  record WindowClosed(ErrorCode code) implements PlatformFailure {}

  /** This person cannot get messages from us. */
  record RecipientUnreachable(ErrorCode code) implements PlatformFailure {}

  /** The account is blocked or restricted: stop it and tell somebody. */
  record PolicyBlock(ErrorCode code) implements PlatformFailure {}

  /** The request was wrong; the same one would be refused again. */
  record Invalid(ErrorCode code) implements PlatformFailure {}

  /** It does not exist, or the platform does not tell us. */
  record NotFound(ErrorCode code) implements PlatformFailure {}

  /** The platform or the way to it is disturbed: repeat with backoff. */
  record Transient(ErrorCode code) implements PlatformFailure {}

  /** A message may or may not have been sent: never repeat without finding out. */
  record AmbiguousSend(ErrorCode code) implements PlatformFailure {}

  /** Stable name for reason codes, logs and metrics. */
  default String kind() {
    return switch (this) {
      case Auth _ -> "AUTH";
      case Permission _ -> "PERMISSION";
      case RateLimit _ -> "RATE_LIMIT";
      case WindowClosed _ -> "WINDOW_CLOSED";
      case RecipientUnreachable _ -> "RECIPIENT_UNREACHABLE";
      case PolicyBlock _ -> "POLICY_BLOCK";
      case Invalid _ -> "INVALID";
      case NotFound _ -> "NOT_FOUND";
      case Transient _ -> "TRANSIENT";
      case AmbiguousSend _ -> "AMBIGUOUS_SEND";
    };
  }

  /** Whether the same request may succeed later without anybody changing anything but a token. */
  default boolean retryable() {
    return switch (this) {
      case Auth _, RateLimit _, Transient _ -> true;
      case Permission _, WindowClosed _, RecipientUnreachable _, PolicyBlock _ -> false;
      case Invalid _, NotFound _, AmbiguousSend _ -> false;
    };
  }

  /**
   * Whether it concerns the account or the platform, so that asking about somebody else would fail
   * as well.
   */
  default boolean concernsAccount() {
    return switch (this) {
      case Auth _, Permission _, RateLimit _, PolicyBlock _, Transient _ -> true;
      case Invalid _, NotFound _, WindowClosed _, RecipientUnreachable _, AmbiguousSend _ -> false;
    };
  }
}
