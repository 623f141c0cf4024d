package dev.outreach.sandbox.gemini;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Refusal;
import dev.outreach.sandbox.wire.Reply;

/** Google's error envelope. */
final class GeminiErrors {

  private GeminiErrors() {}

  static Reply refuse(Refusal refusal) {
    return switch (refusal) {
      case RATE_LIMITED -> rateLimited();
      case SERVER_ERROR, ERROR_AFTER_ACCEPT -> unavailable();
      case TOKEN_EXPIRED -> invalidKey();
    };
  }

  static Reply rateLimited() {
    ArrayNode details = Json.array();
    details
        .addObject()
        .put("@type", "type.googleapis.com/google.rpc.QuotaFailure")
        .putArray("violations")
        .addObject()
        .put("quotaMetric", "generativelanguage.googleapis.com/generate_content_requests")
        .put("quotaId", "GenerateRequestsPerMinutePerProjectPerModel")
        .put("quotaValue", "1000");
    details
        .addObject()
        .put("@type", "type.googleapis.com/google.rpc.RetryInfo")
        .put("retryDelay", "2s");
    return error(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota.", details);
  }

  static Reply unavailable() {
    return error(
        503, "UNAVAILABLE", "The model is overloaded. Please try again later.", Json.array());
  }

  static Reply invalidKey() {
    ArrayNode details = Json.array();
    details
        .addObject()
        .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
        .put("reason", "API_KEY_INVALID")
        .put("domain", "googleapis.com");
    return error(
        400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", details);
  }

  static Reply notFound(String model) {
    return error(
        404,
        "NOT_FOUND",
        "models/" + model + " is not found for API version v1beta.",
        Json.array());
  }

  static Reply invalid(String message) {
    return error(400, "INVALID_ARGUMENT", message, Json.array());
  }

  private static Reply error(int code, String status, String message, ArrayNode details) {
    ObjectNode error =
        Json.object().put("code", code).put("message", message).put("status", status);
    if (!details.isEmpty()) {
      error.set("details", details);
    }
    return Reply.json(code, Json.object().set("error", error));
  }
}
