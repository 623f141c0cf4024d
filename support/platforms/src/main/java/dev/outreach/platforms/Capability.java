package dev.outreach.platforms;

/** Whether a platform offers something. */
public sealed interface Capability {

  /**
   * It does.
   *
   * @param condition what must hold for it to work, in words for an operator
   */
  record Offered(String condition) implements Capability {}

  /**
   * It does not.
   *
   * @param reason why, in words for an operator
   * @param wayThatWorks what to do instead
   */
  record NotOffered(String reason, String wayThatWorks) implements Capability {}
}
