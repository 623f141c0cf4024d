package dev.outreach.platforms.tiktok;

import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.transport.Exchange;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Codes of TikTok's business API, which answers 200 even for errors. Codes:
 * tiktok/tiktok-business-api-sdk, tiktok_code.py. 40100 means too many requests there, although
 * some read it as a token problem.
 */
final class TikTokErrors {

  private final Set<Integer> windowClosedCodes;

  TikTokErrors(Set<Integer> windowClosedCodes) {
    this.windowClosedCodes = windowClosedCodes;
  }

  /** What went wrong, for an answer whose code is not 0. */
  PlatformFailure failure(Exchange.Answered answer, int code) {
    ErrorCode error = new ErrorCode(answer.status(), Integer.toString(code), "");
    return listed(code, error, answer.retryAfter()).orElseGet(() -> byStatus(answer, error));
  }

  /** Whether the code proves that a message was not sent. */
  boolean provesRefusal(Exchange.Answered answer, int code) {
    return answer.status() == 429
        || listed(code, ErrorCode.ofStatus(answer.status()), Optional.empty())
            .filter(failure -> !(failure instanceof PlatformFailure.Transient))
            .isPresent();
  }

  private Optional<PlatformFailure> listed(
      int code, ErrorCode error, Optional<Duration> retryAfter) {
    if (windowClosedCodes.contains(code)) {
      return Optional.of(new PlatformFailure.WindowClosed(error));
    }
    if (code >= 51_000 && code <= 51_999) {
      return Optional.of(new PlatformFailure.Transient(error));
    }
    return switch (code) {
      case 40102, 40103, 40104, 40105, 40107, 40110 -> Optional.of(new PlatformFailure.Auth(error));
      case 40001, 40003, 40101, 40118, 40130, 40131 ->
          Optional.of(new PlatformFailure.Permission(error));
      case 40064, 40100, 40132, 61000 ->
          Optional.of(new PlatformFailure.RateLimit(error, retryAfter));
      case 40000, 40002, 40006, 40050, 40700 -> Optional.of(new PlatformFailure.Invalid(error));
      case 40007, 40121 -> Optional.of(new PlatformFailure.NotFound(error));
      case 41000 -> Optional.of(new PlatformFailure.PolicyBlock(error));
      case 40201, 40202, 50000, 50002, 60001 -> Optional.of(new PlatformFailure.Transient(error));
      default -> Optional.empty();
    };
  }

  private static PlatformFailure byStatus(Exchange.Answered answer, ErrorCode error) {
    if (answer.status() >= 500) {
      return new PlatformFailure.Transient(error);
    }
    return switch (answer.status()) {
      case 401 -> new PlatformFailure.Auth(error);
      case 403 -> new PlatformFailure.Permission(error);
      case 404 -> new PlatformFailure.NotFound(error);
      case 429 -> new PlatformFailure.RateLimit(error, answer.retryAfter());
      default -> new PlatformFailure.Invalid(error);
    };
  }
}
