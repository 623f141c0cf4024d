package dev.outreach.api.commands;

/** What became of a command, as far as is known. */
public sealed interface CommandOutcome {

  /**
   * Done.
   *
   * @param version version of the profile after it
   */
  record Accepted(long version) implements CommandOutcome {}

  /**
   * Refused, and nothing changed.
   *
   * @param code stable
   * @param reason in words
   */
  record Rejected(String code, String reason) implements CommandOutcome {}

  /** In the log, but not answered in time; it is not lost. */
  record Pending() implements CommandOutcome {}
}
