package dev.outreach.platforms.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.platforms.transport.Exchange;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResearchErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "401, access_token_invalid, AUTH",
    "401, scope_not_authorized, PERMISSION",
    "401, scope_permission_missed, PERMISSION",
    "400, invalid_params, INVALID",
    "400, invalid_param, INVALID",
    "400, invalid_request, INVALID",
    "400, invalid_file_upload, INVALID",
    "429, rate_limit_exceeded, RATE_LIMIT",
    "429, daily_quota_limit_exceeded, RATE_LIMIT",
    "500, internal_error, TRANSIENT",
    "200, timeout, TRANSIENT",
    "200, not_json, TRANSIENT",
    "401, unheard_of, AUTH",
    "403, unheard_of, PERMISSION",
    "404, unheard_of, NOT_FOUND",
    "429, unheard_of, RATE_LIMIT",
    "422, unheard_of, INVALID",
    "503, unheard_of, TRANSIENT"
  })
  void shouldMapEachCode(int status, String code, String kind) {
    Exchange.Answered answer = new Exchange.Answered(status, Map.of(), "");

    assertThat(ResearchErrors.failure(answer, code).kind()).isEqualTo(kind);
  }
}
