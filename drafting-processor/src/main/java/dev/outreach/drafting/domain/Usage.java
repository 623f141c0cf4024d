package dev.outreach.drafting.domain;

/**
 * What a call used up.
 *
 * @param inputTokens tokens read
 * @param outputTokens tokens written, thoughts included
 * @param costMicros millionths of a US dollar
 */
public record Usage(long inputTokens, long outputTokens, long costMicros) {

  /** Nothing used. */
  public static final Usage NONE = new Usage(0, 0, 0);

  /** Both together. */
  public Usage plus(Usage other) {
    return new Usage(
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        costMicros + other.costMicros);
  }
}
