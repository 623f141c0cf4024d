package dev.outreach.sandbox.unipile;

import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Refusal;
import dev.outreach.sandbox.wire.Reply;

/** Unipile's error envelope. */
final class UnipileReplies {

  private UnipileReplies() {}

  static Reply error(int status, String type) {
    return Reply.json(
        status,
        Json.object().put("status", status).put("type", "errors/" + type).put("title", type));
  }

  static Reply refuse(Refusal refusal) {
    return switch (refusal) {
      case RATE_LIMITED -> error(429, "too_many_requests");
      case SERVER_ERROR, ERROR_AFTER_ACCEPT -> error(500, "provider_error");
      case TOKEN_EXPIRED -> error(401, "expired_credentials");
    };
  }

  /** Ends the handling of a call with an error. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, String type) {
      super(type, null, false, false);
      this.status = status;
    }

    Reply reply() {
      return error(status, String.valueOf(getMessage()));
    }
  }
}
