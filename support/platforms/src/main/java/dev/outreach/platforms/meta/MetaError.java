package dev.outreach.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.transport.Exchange;
import dev.outreach.platforms.transport.Json;

/**
 * The Graph API's error envelope. Its message is looked at for one distinction and never kept.
 *
 * @param code 0 where the answer holds no envelope
 * @param lacksFeature whether the message says that the app lacks a reviewed feature
 */
record MetaError(int status, int code, int subcode, boolean transientFlag, boolean lacksFeature) {

  static MetaError in(Exchange.Answered answer) {
    JsonNode error =
        Json.readObject(answer.body()).map(body -> body.path("error")).orElse(Json.object());
    String message = error.path("message").asText();
    return new MetaError(
        answer.status(),
        error.path("code").asInt(),
        error.path("error_subcode").asInt(),
        error.path("is_transient").asBoolean(),
        message.contains("feature") || message.contains("Public Content Access"));
  }

  ErrorCode errorCode() {
    return new ErrorCode(
        status,
        code == 0 ? "" : Integer.toString(code),
        subcode == 0 ? "" : Integer.toString(subcode));
  }
}
