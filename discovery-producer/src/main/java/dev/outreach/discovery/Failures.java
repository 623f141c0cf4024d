package dev.outreach.discovery;

import dev.outreach.discovery.domain.Refusal;
import dev.outreach.platforms.PlatformFailure;
import java.time.Duration;
import java.util.Optional;

/** What a platform's failure means for a job: wait, or give up with a reason. */
final class Failures {

  private static final Duration RATE_LIMIT_PAUSE = Duration.ofMinutes(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int MOST_AUTH_FAILURES = 2;
  private static final int MOST_FAILURES = 30;
  private static final int MOST_DOUBLINGS = 9;

  private Failures() {}

  /** How long to wait; empty where waiting cannot help. */
  static Optional<Duration> pause(PlatformFailure failure, int failuresBefore) {
    return switch (failure) {
      case PlatformFailure.RateLimit limit ->
          Optional.of(limit.retryAfter().orElse(RATE_LIMIT_PAUSE));
      case PlatformFailure.Auth _ ->
          failuresBefore < MOST_AUTH_FAILURES
              ? Optional.of(backoff(failuresBefore))
              : Optional.empty();
      case PlatformFailure.Transient _ ->
          failuresBefore < MOST_FAILURES ? Optional.of(backoff(failuresBefore)) : Optional.empty();
      case PlatformFailure.Permission _,
          PlatformFailure.WindowClosed _,
          PlatformFailure.RecipientUnreachable _,
          PlatformFailure.PolicyBlock _,
          PlatformFailure.Invalid _,
          PlatformFailure.NotFound _,
          PlatformFailure.AmbiguousSend _ ->
          Optional.empty();
    };
  }

  /** Whether it is one of those that end the job where there are too many in a row. */
  static boolean counts(PlatformFailure failure) {
    return !(failure instanceof PlatformFailure.RateLimit);
  }

  static String waitingReason(String platform, PlatformFailure failure) {
    return switch (failure) {
      case PlatformFailure.RateLimit limited ->
          limited
              .limit()
              .map(limit -> platform + ": " + limit)
              .orElse(platform + " allows no more calls for the moment");
      case PlatformFailure.Auth _ -> platform + " refuses our token; it is tried again";
      default -> platform + " cannot be reached or is disturbed; it is tried again";
    };
  }

  static Refusal refusal(String platform, PlatformFailure failure) {
    String fix =
        switch (failure) {
          case PlatformFailure.Auth _ -> "refuses our token: enter a new one";
          case PlatformFailure.Permission _ ->
              "has not granted our app this right: request it in the platform's app settings";
          case PlatformFailure.PolicyBlock _ ->
              "has restricted our account: stop, and look into the account on the platform";
          case PlatformFailure.Transient _, PlatformFailure.RateLimit _ ->
              "has been out of reach for too long: look at its status page";
          case PlatformFailure.Invalid _, PlatformFailure.NotFound _ ->
              "does not understand the search: use other words";
          case PlatformFailure.WindowClosed _,
              PlatformFailure.RecipientUnreachable _,
              PlatformFailure.AmbiguousSend _ ->
              "gave an answer that belongs to messages: report it as a defect";
        };
    return new Refusal(
        failure.kind(),
        "%s %s, then request again under a new jobId (%s)"
            .formatted(platform, fix, failure.code()));
  }

  private static Duration backoff(int failuresBefore) {
    Duration pause = Duration.ofSeconds(1L << Math.min(failuresBefore, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
