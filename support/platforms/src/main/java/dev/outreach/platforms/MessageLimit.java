package dev.outreach.platforms;

import java.nio.charset.StandardCharsets;

/**
 * How long a message may be, in the unit the platform counts.
 *
 * @param maximum 1 or more
 */
public record MessageLimit(int maximum, Unit unit) {

  /** What a platform counts. */
  public enum Unit {
    CHARACTERS,
    UTF8_BYTES
  }

  /** Whether a text fits. */
  public boolean allows(String text) {
    return length(text) <= maximum;
  }

  /** The length of a text in this unit. */
  public int length(String text) {
    return switch (unit) {
      case CHARACTERS -> text.codePointCount(0, text.length());
      case UTF8_BYTES -> text.getBytes(StandardCharsets.UTF_8).length;
    };
  }
}
