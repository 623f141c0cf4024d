package dev.outreach.platforms;

/** The answer to a platform that checks a webhook address. */
public sealed interface Handshake {

  /** Answer 200 with this body. */
  record Accepted(String contentType, String body) implements Handshake {}

  /** Answer 403. */
  record Refused(String reason) implements Handshake {}
}
