package dev.outreach.api.commands;

/** The log did not confirm a record, so the caller must try again; the message says why. */
public final class NotPublished extends RuntimeException {

  NotPublished(String message, Throwable cause) {
    super(message, cause);
  }
}
