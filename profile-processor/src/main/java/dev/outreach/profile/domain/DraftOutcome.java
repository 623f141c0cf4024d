package dev.outreach.profile.domain;

/** What the drafting side made of a task. */
public sealed interface DraftOutcome {

  /** A draft. */
  record Written(Draft draft, Usage usage) implements DraftOutcome {}

  /** No draft. */
  record Refused(Cause cause) implements DraftOutcome {}

  /**
   * What a draft cost.
   *
   * @param inputTokens tokens read by the model
   * @param outputTokens tokens written by it
   * @param costMicros millionths of a US dollar
   */
  record Usage(long inputTokens, long outputTokens, long costMicros) {}
}
