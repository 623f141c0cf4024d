package dev.outreach.platforms.unipile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.platforms.transport.Exchange;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnipileErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "400, invalid_parameters, INVALID, true",
    "400, malformed_request, INVALID, true",
    "400, content_too_large, INVALID, true",
    "400, too_many_characters, INVALID, true",
    "400, missing_parameters, INVALID, true",
    "400, invalid_url, INVALID, true",
    "400, unescaped_characters, INVALID, true",
    "401, disconnected_feature, AUTH, true",
    "401, expired_link, AUTH, true",
    "403, session_mismatch, PERMISSION, true",
    "403, resource_access_restricted, PERMISSION, true",
    "404, invalid_resource_identifier, NOT_FOUND, true",
    "422, invalid_account, INVALID, true",
    "422, not_allowed_inmail, WINDOW_CLOSED, true",
    "422, insufficient_credits, RATE_LIMIT, true",
    "422, already_invited_recently, RATE_LIMIT, true",
    "422, cannot_invite_attendee, RECIPIENT_UNREACHABLE, true",
    "503, no_channel, TRANSIENT, false",
    "503, no_handler, TRANSIENT, false",
    "503, network_down, TRANSIENT, false",
    "401, disconnected_account, AUTH, true",
    "401, expired_credentials, AUTH, true",
    "401, invalid_credentials, AUTH, true",
    "401, wrong_account, AUTH, true",
    "403, account_restricted, POLICY_BLOCK, true",
    "403, insufficient_permissions, PERMISSION, true",
    "403, feature_not_subscribed, PERMISSION, true",
    "404, resource_not_found, NOT_FOUND, true",
    "408, request_timeout, TRANSIENT, false",
    "422, invalid_recipient, RECIPIENT_UNREACHABLE, true",
    "422, blocked_recipient, RECIPIENT_UNREACHABLE, true",
    "422, no_connection_with_recipient, WINDOW_CLOSED, true",
    "422, cannot_resend_yet, RATE_LIMIT, true",
    "422, limit_exceeded, RATE_LIMIT, true",
    "422, invalid_message, INVALID, true",
    "429, too_many_requests, RATE_LIMIT, true",
    "500, unexpected_error, TRANSIENT, false",
    "500, provider_error, TRANSIENT, false",
    "501, missing_feature, INVALID, false",
    "503, no_client_session, TRANSIENT, false",
    "503, service_unavailable, TRANSIENT, false"
  })
  void shouldMapEachListedType(int status, String type, String kind, boolean refusal) {
    String body = "{\"status\":%d,\"type\":\"errors/%s\",\"title\":\"x\"}".formatted(status, type);
    Exchange.Answered answer = new Exchange.Answered(status, Map.of(), body);

    assertThat(UnipileErrors.failure(answer).kind()).isEqualTo(kind);
    assertThat(UnipileErrors.provesRefusal(answer)).isEqualTo(refusal);
  }
}
