package dev.outreach.platforms.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.transport.Exchange;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "400, 1, 0, TRANSIENT, false",
    "500, 1, 1357046, AMBIGUOUS_SEND, false",
    "500, 2, 0, TRANSIENT, false",
    "400, 3, 0, PERMISSION, true",
    "400, 4, 0, RATE_LIMIT, true",
    "400, 10, 0, PERMISSION, true",
    "400, 10, 2534022, WINDOW_CLOSED, true",
    "400, 10, 2018278, WINDOW_CLOSED, true",
    "400, 10, 2018065, WINDOW_CLOSED, true",
    "400, 10, 2018108, RECIPIENT_UNREACHABLE, true",
    "400, 10, 1893063, POLICY_BLOCK, true",
    "400, 17, 0, RATE_LIMIT, true",
    "400, 18, 2207034, RATE_LIMIT, true",
    "400, 32, 0, RATE_LIMIT, true",
    "400, 100, 0, INVALID, true",
    "400, 100, 2018001, RECIPIENT_UNREACHABLE, true",
    "400, 100, 2534014, RECIPIENT_UNREACHABLE, true",
    "400, 100, 2534029, POLICY_BLOCK, true",
    "400, 102, 0, AUTH, true",
    "400, 110, 2207013, NOT_FOUND, true",
    "400, 110, 0, INVALID, true",
    "400, 190, 0, AUTH, true",
    "400, 190, 458, AUTH, true",
    "400, 190, 459, AUTH, true",
    "400, 190, 460, AUTH, true",
    "400, 190, 463, AUTH, true",
    "400, 190, 464, AUTH, true",
    "400, 190, 467, AUTH, true",
    "400, 190, 492, AUTH, true",
    "400, 200, 0, PERMISSION, true",
    "400, 200, 1545041, RECIPIENT_UNREACHABLE, true",
    "400, 200, 2534041, PERMISSION, true",
    "400, 200, 2018028, PERMISSION, true",
    "400, 299, 0, PERMISSION, true",
    "400, 341, 0, RATE_LIMIT, true",
    "400, 368, 0, POLICY_BLOCK, true",
    "400, 506, 0, INVALID, true",
    "400, 551, 0, RECIPIENT_UNREACHABLE, true",
    "400, 551, 1545041, RECIPIENT_UNREACHABLE, true",
    "400, 613, 0, RATE_LIMIT, true",
    "400, 613, 2534040, RATE_LIMIT, true",
    "400, 803, 0, NOT_FOUND, true",
    "400, 80001, 0, RATE_LIMIT, true",
    "400, 80002, 0, RATE_LIMIT, true",
    "400, 80006, 0, RATE_LIMIT, true",
    "400, 1609005, 0, INVALID, true",
    "400, 424242, 0, INVALID, false"
  })
  void shouldMapEachListedCode(int status, int code, int subcode, String kind, boolean refusal) {
    Exchange.Answered answer =
        answer(status, "{\"error\":{\"code\":%d,\"error_subcode\":%d}}".formatted(code, subcode));

    assertThat(MetaErrors.failure(answer).kind()).isEqualTo(kind);
    assertThat(MetaErrors.provesRefusal(answer)).isEqualTo(refusal);
  }

  @ParameterizedTest
  @CsvSource({
    "401, AUTH, false",
    "403, PERMISSION, false",
    "404, NOT_FOUND, false",
    "408, TRANSIENT, false",
    "429, RATE_LIMIT, true",
    "418, INVALID, false",
    "500, TRANSIENT, false",
    "503, TRANSIENT, false"
  })
  void shouldGoByTheStatusWhereThereIsNoEnvelope(int status, String kind, boolean refusal) {
    Exchange.Answered answer = answer(status, "<html>no json</html>");

    assertThat(MetaErrors.failure(answer).kind()).isEqualTo(kind);
    assertThat(MetaErrors.provesRefusal(answer)).isEqualTo(refusal);
  }

  @Test
  void shouldReadAMissingFeatureAsPermission() {
    String body =
        "{\"error\":{\"code\":100,\"message\":\"(#100) Pages Public Content Access requires either app secret proof"
            + " or an app token\"}}";

    assertThat(MetaErrors.failure(answer(400, body)))
        .isInstanceOf(PlatformFailure.Permission.class);
  }

  @Test
  void shouldTrustTheTransientFlagOfAnUnknownCode() {
    assertThat(
            MetaErrors.failure(answer(400, "{\"error\":{\"code\":424242,\"is_transient\":true}}")))
        .isInstanceOf(PlatformFailure.Transient.class);
  }

  @Test
  void shouldReadTheWaitFromTheUsageHeaderInMinutes() {
    Exchange.Answered answer =
        new Exchange.Answered(
            400,
            Map.of(
                "x-business-use-case-usage",
                "{\"178\":[{\"type\":\"instagram\",\"call_count\":100,\"estimated_time_to_regain_access\":19},"
                    + "{\"type\":\"pages\",\"call_count\":5,\"estimated_time_to_regain_access\":0}]}"),
            "{\"error\":{\"code\":80002}}");

    assertThat(MetaErrors.failure(answer))
        .isInstanceOfSatisfying(
            PlatformFailure.RateLimit.class,
            limit -> assertThat(limit.retryAfter()).contains(Duration.ofMinutes(19)));
  }

  private static Exchange.Answered answer(int status, String body) {
    return new Exchange.Answered(status, Map.of(), body);
  }
}
