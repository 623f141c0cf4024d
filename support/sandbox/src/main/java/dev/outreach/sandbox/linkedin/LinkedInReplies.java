package dev.outreach.sandbox.linkedin;

import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Refusal;
import dev.outreach.sandbox.wire.Reply;

/** LinkedIn's error envelope. */
final class LinkedInReplies {

  private LinkedInReplies() {}

  static Reply error(int status, int serviceErrorCode, String message) {
    return Reply.json(
        status,
        Json.object()
            .put("message", message)
            .put("serviceErrorCode", serviceErrorCode)
            .put("status", status));
  }

  static Reply sunset() {
    return Reply.json(
        426,
        Json.object()
            .put("status", 426)
            .put("code", "NONEXISTENT_VERSION")
            .put("message", "Requested version is not active"));
  }

  /** The text that tells a daily ceiling; {@code who} is APPLICATION or MEMBER. */
  static Reply throttled(String who) {
    return error(
        429,
        101,
        "Resource level throttle " + who + " DAY limit for calls to this resource is reached.");
  }

  static Reply refuse(Refusal refusal) {
    return switch (refusal) {
      case RATE_LIMITED -> throttled("APPLICATION");
      case SERVER_ERROR, ERROR_AFTER_ACCEPT -> error(500, 0, "Internal Server Error");
      case TOKEN_EXPIRED -> error(401, 65602, "The token used in the request has expired");
    };
  }

  /** Ends the handling of a call with an error. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int serviceErrorCode;

    Refused(int status, int serviceErrorCode, String message) {
      super(message, null, false, false);
      this.status = status;
      this.serviceErrorCode = serviceErrorCode;
    }

    Reply reply() {
      return error(status, serviceErrorCode, String.valueOf(getMessage()));
    }
  }
}
