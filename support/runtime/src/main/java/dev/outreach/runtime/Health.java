package dev.outreach.runtime;

/** Up or not, and why not. */
public sealed interface Health {

  /** It works. */
  record Up() implements Health {}

  /**
   * It does not work yet.
   *
   * @param reason what it waits for, in one line
   */
  record Starting(String reason) implements Health {}

  /**
   * It does not work.
   *
   * @param reason what is wrong, in one line, without personal data
   */
  record Down(String reason) implements Health {}

  /** Whether work gets done. */
  default boolean isUp() {
    return this instanceof Up;
  }

  /** The reason in words, {@code "up"} where there is none. */
  default String text() {
    return switch (this) {
      case Up() -> "up";
      case Starting(String reason) -> "starting: " + reason;
      case Down(String reason) -> "down: " + reason;
    };
  }
}
