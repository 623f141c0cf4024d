package dev.outreach.platforms.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.transport.Exchange;
import dev.outreach.platforms.transport.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * LinkedIn's errors go by HTTP status; serviceErrorCode only refines them. See
 * learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling.
 */
final class LinkedInErrors {

  private static final Duration BACKOFF = Duration.ofMinutes(1);

  private final Clock clock;

  LinkedInErrors(Clock clock) {
    this.clock = clock;
  }

  /** What went wrong, for every answer that is no success. */
  PlatformFailure failure(Exchange.Answered answer) {
    JsonNode body = Json.readObject(answer.body()).orElse(Json.object());
    ErrorCode code = code(answer, body);
    if (answer.status() >= 500) {
      return new PlatformFailure.Transient(code);
    }
    return switch (answer.status()) {
      case 401 -> new PlatformFailure.Auth(code);
      case 403 -> new PlatformFailure.Permission(code);
      case 404 -> new PlatformFailure.NotFound(code);
      case 408 -> new PlatformFailure.Transient(code);
      // A month that is no longer served: an operator must enter a newer one.
      case 426 -> new PlatformFailure.Permission(code);
      case 429 -> new PlatformFailure.RateLimit(code, Optional.of(pause(answer, body)));
      default -> new PlatformFailure.Invalid(code);
    };
  }

  /** Refusals come before anything is done; a server error may come after. */
  static boolean provesRefusal(Exchange.Answered answer) {
    return answer.status() >= 400 && answer.status() < 500 && answer.status() != 408;
  }

  private static ErrorCode code(Exchange.Answered answer, JsonNode body) {
    Long service = Json.number(body, "serviceErrorCode");
    String named = Json.text(body, "code");
    String code = service == null ? "" : service.toString();
    return new ErrorCode(answer.status(), code.isEmpty() && named != null ? named : code, "");
  }

  /** Daily allowances begin anew at midnight UTC; no header is documented, one is honoured. */
  private Duration pause(Exchange.Answered answer, JsonNode body) {
    Optional<Duration> told = answer.retryAfter();
    if (told.isPresent()) {
      return told.get();
    }
    if (!body.path("message").asText().contains(" DAY ")) {
      return BACKOFF;
    }
    Instant now = clock.instant();
    Instant midnight =
        now.atZone(ZoneOffset.UTC)
            .toLocalDate()
            .plusDays(1)
            .atStartOfDay()
            .toInstant(ZoneOffset.UTC);
    return Duration.between(now, midnight).plus(BACKOFF);
  }
}
