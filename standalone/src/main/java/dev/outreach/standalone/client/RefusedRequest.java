package dev.outreach.standalone.client;

import java.io.IOException;

/** Whoever was asked has answered no; the message says what was asked, the answer, what to do. */
public final class RefusedRequest extends IOException {

  private static final int UNAUTHORIZED = 401;

  RefusedRequest(String path, int status, String detail) {
    super("%s answered %d: %s%s".formatted(path, status, detail, remedy(status)));
  }

  private static String remedy(int status) {
    return status == UNAUTHORIZED
        ? " Give OUTREACH_ADMIN_TOKEN the value that Outreach was started with."
        : "";
  }
}
