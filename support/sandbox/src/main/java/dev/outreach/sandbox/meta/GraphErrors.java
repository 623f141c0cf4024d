package dev.outreach.sandbox.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Refusal;
import dev.outreach.sandbox.wire.Reply;

/** The Graph API's error envelope. */
public final class GraphErrors {

  private GraphErrors() {}

  public static Reply error(int code, String message) {
    return reply(400, code, 0, message);
  }

  public static Reply error(int code, int subcode, String message) {
    return reply(400, code, subcode, message);
  }

  public static Reply refuse(Refusal refusal) {
    return switch (refusal) {
      case RATE_LIMITED -> error(4, "(#4) Application request limit reached");
      case SERVER_ERROR -> reply(500, 2, 0, "Service temporarily unavailable");
      case TOKEN_EXPIRED -> error(190, 463, "Error validating access token: Session has expired");
      case ERROR_AFTER_ACCEPT -> reply(500, 1, 1357046, "An unknown error has occurred");
    };
  }

  private static Reply reply(int status, int code, int subcode, String message) {
    ObjectNode error =
        Json.object().put("message", message).put("type", "OAuthException").put("code", code);
    if (subcode != 0) {
      error.put("error_subcode", subcode);
    }
    if (code == 2) {
      error.put("is_transient", true);
    }
    error.put("fbtrace_id", "Sandbox" + code + "x" + subcode);
    return Reply.json(status, Json.object().set("error", error));
  }
}
