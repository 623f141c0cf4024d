package dev.outreach.platforms.tiktok;

import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.transport.Exchange;

/**
 * Codes of TikTok's API v2, see developers.tiktok.com/doc/tiktok-api-v2-error-handling, and those
 * its own research wrapper knows besides. {@code timeout} is what a new search answers until its
 * results are gathered.
 */
final class ResearchErrors {

  private ResearchErrors() {}

  /** What went wrong, for an answer whose code is not {@code ok}. */
  static PlatformFailure failure(Exchange.Answered answer, String code) {
    ErrorCode error = new ErrorCode(answer.status(), code, "");
    return switch (code) {
      case "access_token_invalid" -> new PlatformFailure.Auth(error);
      case "scope_not_authorized", "scope_permission_missed" ->
          new PlatformFailure.Permission(error);
      case "rate_limit_exceeded", "daily_quota_limit_exceeded" ->
          new PlatformFailure.RateLimit(error, answer.retryAfter());
      case "invalid_params", "invalid_param", "invalid_request", "invalid_file_upload" ->
          new PlatformFailure.Invalid(error);
      case "internal_error", "timeout" -> new PlatformFailure.Transient(error);
      default -> byStatus(answer, error);
    };
  }

  private static PlatformFailure byStatus(Exchange.Answered answer, ErrorCode error) {
    if (answer.status() >= 500 || answer.isSuccess()) {
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
