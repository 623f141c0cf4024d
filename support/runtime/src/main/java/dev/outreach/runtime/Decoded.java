package dev.outreach.runtime;

/** A record's value as we could read it, or why we could not. */
public sealed interface Decoded<T> {

  /**
   * Read.
   *
   * @param value the value
   */
  record Read<T>(T value) implements Decoded<T> {}

  /**
   * Not readable; belongs in the dead-letter topic.
   *
   * @param reason stable code and a sentence, without the value
   * @param cause what the decoder said
   */
  record Unreadable<T>(DeadLetters.Reason reason, Throwable cause) implements Decoded<T> {}
}
