package dev.outreach.platforms.meta;

import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.transport.Exchange;
import java.time.Duration;
import java.util.Optional;

/**
 * Graph codes and subcodes, mapped to the common model. Codes:
 * developers.facebook.com/docs/graph-api/guides/error-handling; messaging subcodes:
 * developers.facebook.com/docs/messenger-platform/error-codes.
 */
final class MetaErrors {

  private static final int SENT_ALTHOUGH_ERROR = 1357046;

  private MetaErrors() {}

  /** What went wrong, for every answer that is no success. */
  static PlatformFailure failure(Exchange.Answered answer) {
    MetaError error = MetaError.in(answer);
    return listed(error, MetaUsage.regainAfter(answer)).orElseGet(() -> byStatus(error, answer));
  }

  /**
   * Whether the answer proves that a message was not sent: only codes that are listed as refusals
   * count. Everything else, server errors and unknown codes above all, leaves it open.
   */
  static boolean provesRefusal(Exchange.Answered answer) {
    if (answer.status() == 429) {
      return true;
    }
    return listed(MetaError.in(answer), Optional.empty())
        .filter(failure -> !(failure instanceof PlatformFailure.Transient))
        .filter(failure -> !(failure instanceof PlatformFailure.AmbiguousSend))
        .isPresent();
  }

  private static Optional<PlatformFailure> listed(MetaError error, Optional<Duration> regainAfter) {
    ErrorCode code = error.errorCode();
    return switch (error.code()) {
      case 1 ->
          Optional.of(
              error.subcode() == SENT_ALTHOUGH_ERROR
                  ? new PlatformFailure.AmbiguousSend(code)
                  : new PlatformFailure.Transient(code));
      case 2 -> Optional.of(new PlatformFailure.Transient(code));
      case 4, 17, 18, 32, 341, 613, 80001, 80002, 80006 ->
          Optional.of(new PlatformFailure.RateLimit(code, regainAfter));
      case 10 -> Optional.of(ten(error.subcode(), code));
      case 100 -> Optional.of(hundred(error, code));
      case 102, 190 -> Optional.of(new PlatformFailure.Auth(code));
      case 110 ->
          Optional.of(
              error.subcode() == 2207013
                  ? new PlatformFailure.NotFound(code)
                  : new PlatformFailure.Invalid(code));
      case 368 -> Optional.of(new PlatformFailure.PolicyBlock(code));
      case 506, 1609005 -> Optional.of(new PlatformFailure.Invalid(code));
      case 551 -> Optional.of(new PlatformFailure.RecipientUnreachable(code));
      case 803 -> Optional.of(new PlatformFailure.NotFound(code));
      default -> permission(error, code);
    };
  }

  /** Code 10 is both the missing permission and the closed window. */
  private static PlatformFailure ten(int subcode, ErrorCode code) {
    return switch (subcode) {
      case 2534022, 2018278, 2018065 -> new PlatformFailure.WindowClosed(code);
      case 2018108 -> new PlatformFailure.RecipientUnreachable(code);
      case 1893063 -> new PlatformFailure.PolicyBlock(code);
      default -> new PlatformFailure.Permission(code);
    };
  }

  private static PlatformFailure hundred(MetaError error, ErrorCode code) {
    return switch (error.subcode()) {
      case 2018001, 2534014 -> new PlatformFailure.RecipientUnreachable(code);
      case 2534029 -> new PlatformFailure.PolicyBlock(code);
      default ->
          error.lacksFeature()
              ? new PlatformFailure.Permission(code)
              : new PlatformFailure.Invalid(code);
    };
  }

  private static Optional<PlatformFailure> permission(MetaError error, ErrorCode code) {
    if (error.code() == 3) {
      return Optional.of(new PlatformFailure.Permission(code));
    }
    if (error.code() < 200 || error.code() > 299) {
      return Optional.empty();
    }
    return Optional.of(
        error.subcode() == 1545041
            ? new PlatformFailure.RecipientUnreachable(code)
            : new PlatformFailure.Permission(code));
  }

  private static PlatformFailure byStatus(MetaError error, Exchange.Answered answer) {
    ErrorCode code = error.errorCode();
    if (error.transientFlag() || answer.status() >= 500) {
      return new PlatformFailure.Transient(code);
    }
    return switch (answer.status()) {
      case 401 -> new PlatformFailure.Auth(code);
      case 403 -> new PlatformFailure.Permission(code);
      case 404 -> new PlatformFailure.NotFound(code);
      case 408 -> new PlatformFailure.Transient(code);
      case 429 -> new PlatformFailure.RateLimit(code, MetaUsage.regainAfter(answer));
      default -> new PlatformFailure.Invalid(code);
    };
  }
}
