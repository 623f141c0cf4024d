package dev.outreach.platforms;

/** Whether a webhook comes from the platform. */
public sealed interface SignatureCheck {

  /**
   * It does.
   *
   * @param secretIndex which of the active secrets signed it, from 0
   */
  record Valid(int secretIndex) implements SignatureCheck {}

  /** It does not, or cannot be proved to. */
  record Invalid(String reason) implements SignatureCheck {}
}
