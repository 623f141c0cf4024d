package dev.outreach.discovery.file;

/** A file that is no list of people as a whole; the message says where, why and what to do. */
public final class UnreadableFile extends Exception {

  UnreadableFile(String message) {
    super(message);
  }

  UnreadableFile(String message, Throwable cause) {
    super(message, cause);
  }
}
