package dev.outreach.drafting.domain;

/**
 * What one check found.
 *
 * @param check the check's name, part of the published events
 * @param verdict whether the draft may go on
 * @param detail in words, without quoting the person or the draft
 */
public record Finding(String check, Verdict verdict, String detail) {

  /** What follows from a finding. */
  public enum Verdict {
    /** Nothing wrong. */
    PASSED,
    /** A person should look at it; the draft may go on. */
    WARNED,
    /** The draft must not go on. */
    BLOCKED
  }

  static Finding passed(String check) {
    return new Finding(check, Verdict.PASSED, "");
  }

  static Finding warned(String check, String detail) {
    return new Finding(check, Verdict.WARNED, detail);
  }

  static Finding blocked(String check, String detail) {
    return new Finding(check, Verdict.BLOCKED, detail);
  }

  /** Whether the draft must not go on. */
  public boolean isBlocking() {
    return verdict == Verdict.BLOCKED;
  }
}
