package dev.outreach.api.inbox;

/** The inbox's tables cannot be reached: whoever delivers has to deliver again. */
public final class InboxUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InboxUnavailable(String what, Throwable cause) {
    super(what + " failed: the inbox's tables cannot be reached", cause);
  }
}
