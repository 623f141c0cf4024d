package dev.outreach.platforms.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.transport.Exchange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkedInErrorsTest {

  private final LinkedInErrors errors =
      new LinkedInErrors(Clock.fixed(Instant.parse("2026-11-22T23:00:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "400, 0, INVALID, true",
    "401, 401, AUTH, true",
    "401, 65600, AUTH, true",
    "401, 65601, AUTH, true",
    "401, 65602, AUTH, true",
    "401, 65604, AUTH, true",
    "403, 100, PERMISSION, true",
    "403, 403, PERMISSION, true",
    "404, 0, NOT_FOUND, true",
    "408, 0, TRANSIENT, false",
    "409, 0, INVALID, true",
    "422, 0, INVALID, true",
    "426, 0, PERMISSION, true",
    "429, 101, RATE_LIMIT, true",
    "500, 0, TRANSIENT, false",
    "503, 0, TRANSIENT, false"
  })
  void shouldMapEachListedError(int status, int code, String kind, boolean refusal) {
    Exchange.Answered answer = answer(status, code, "no", Map.of());

    assertThat(errors.failure(answer).kind()).isEqualTo(kind);
    assertThat(LinkedInErrors.provesRefusal(answer)).isEqualTo(refusal);
  }

  @Test
  void shouldWaitForTheNextDayAMinuteOrAsLongAsItIsTold() {
    assertThat(pause(answer(429, 101, "throttle MEMBER DAY limit", Map.of())))
        .isEqualTo(Duration.ofMinutes(61));
    assertThat(pause(answer(429, 101, "slow down", Map.of()))).isEqualTo(Duration.ofMinutes(1));
    assertThat(pause(answer(429, 101, "APPLICATION DAY limit", Map.of("retry-after", "7"))))
        .isEqualTo(Duration.ofSeconds(7));
  }

  private Duration pause(Exchange.Answered answer) {
    return ((PlatformFailure.RateLimit) errors.failure(answer)).retryAfter().orElseThrow();
  }

  private static Exchange.Answered answer(
      int status, int code, String message, Map<String, String> headers) {
    String body =
        "{\"message\":\"%s\",\"serviceErrorCode\":%d,\"status\":%d}"
            .formatted(message, code, status);
    return new Exchange.Answered(status, headers, body);
  }
}
