package dev.outreach.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Refusal;
import dev.outreach.sandbox.wire.Reply;

/** The envelope of TikTok's API v2: {@code data} and {@code error}, with an HTTP status. */
final class ResearchReplies {

  private ResearchReplies() {}

  static Reply ok(JsonNode data) {
    return Reply.json(200, envelope("ok", "", data));
  }

  static Reply error(int status, String code, String message) {
    return Reply.json(status, envelope(code, message, Json.object()));
  }

  static Reply refuse(Refusal refusal) {
    return switch (refusal) {
      case RATE_LIMITED -> error(429, "rate_limit_exceeded", "The API rate limit was exceeded.");
      case SERVER_ERROR, ERROR_AFTER_ACCEPT ->
          error(500, "internal_error", "An internal error occurred.");
      case TOKEN_EXPIRED ->
          error(401, "access_token_invalid", "The access token is invalid or not found.");
    };
  }

  private static ObjectNode envelope(String code, String message, JsonNode data) {
    ObjectNode body = Json.object();
    body.set("data", data);
    body.putObject("error").put("code", code).put("message", message).put("log_id", "sandbox");
    return body;
  }
}
