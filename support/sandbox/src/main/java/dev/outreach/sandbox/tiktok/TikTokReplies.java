package dev.outreach.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Refusal;
import dev.outreach.sandbox.wire.Reply;

/** TikTok's business envelope: always HTTP 200, with a code of its own inside. */
final class TikTokReplies {

  private TikTokReplies() {}

  static Reply ok(JsonNode data) {
    ObjectNode body = envelope(0, "OK");
    body.set("data", data);
    return Reply.ok(body);
  }

  static Reply error(int code, String message) {
    ObjectNode body = envelope(code, message);
    body.putObject("data");
    return Reply.ok(body);
  }

  static Reply refuse(Refusal refusal) {
    return switch (refusal) {
      case RATE_LIMITED -> error(40100, "Too many requests");
      case SERVER_ERROR -> error(50000, "System error");
      case TOKEN_EXPIRED -> error(40102, "Access token is expired");
      case ERROR_AFTER_ACCEPT -> error(50002, "Service timeout");
    };
  }

  private static ObjectNode envelope(int code, String message) {
    return Json.object()
        .put("code", code)
        .put("message", message)
        .put("request_id", "sandbox-" + code);
  }

  /** Ends the handling of a call with an error. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    Refused(int code, String message) {
      super(message, null, false, false);
      this.code = code;
    }

    Reply reply() {
      return error(code, String.valueOf(getMessage()));
    }
  }
}
