package dev.outreach.platforms.unipile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.transport.Exchange;
import dev.outreach.platforms.transport.Json;

/**
 * Unipile's errors: {@code {status, type, title}}, the type being {@code errors/…}. Types:
 * developer.unipile.com (errors) and the schemas of unipile-node-sdk.
 */
final class UnipileErrors {

  private UnipileErrors() {}

  /** What went wrong, for every answer that is no success. */
  static PlatformFailure failure(Exchange.Answered answer) {
    JsonNode body = Json.readObject(answer.body()).orElse(Json.object());
    String type = body.path("type").asText().replaceFirst("^.*errors/", "");
    ErrorCode code = new ErrorCode(answer.status(), type, "");
    return switch (type) {
      case "account_restricted" -> new PlatformFailure.PolicyBlock(code);
      case "no_connection_with_recipient", "not_allowed_inmail" ->
          new PlatformFailure.WindowClosed(code);
      case "invalid_recipient", "blocked_recipient", "cannot_invite_attendee" ->
          new PlatformFailure.RecipientUnreachable(code);
      case "cannot_resend_yet",
          "limit_exceeded",
          "insufficient_credits",
          "already_invited_recently" ->
          new PlatformFailure.RateLimit(code, answer.retryAfter());
      default -> byStatus(answer, code);
    };
  }

  /** Whether the two have no connection, so that only an invitation reaches the person. */
  static boolean isUnconnected(PlatformFailure failure) {
    return failure.code().code().equals("no_connection_with_recipient");
  }

  /** A refusal comes before anything is done; a disturbance may come after. */
  static boolean provesRefusal(Exchange.Answered answer) {
    return answer.status() >= 400 && answer.status() < 500 && answer.status() != 408;
  }

  private static PlatformFailure byStatus(Exchange.Answered answer, ErrorCode code) {
    if (answer.status() == 501) {
      return new PlatformFailure.Invalid(code);
    }
    if (answer.status() >= 500 || answer.status() == 408) {
      return new PlatformFailure.Transient(code);
    }
    return switch (answer.status()) {
      case 401 -> new PlatformFailure.Auth(code);
      case 403 -> new PlatformFailure.Permission(code);
      case 404 -> new PlatformFailure.NotFound(code);
      case 429 -> new PlatformFailure.RateLimit(code, answer.retryAfter());
      default -> new PlatformFailure.Invalid(code);
    };
  }
}
