package dev.outreach.drafting.domain;

import java.nio.charset.StandardCharsets;

/**
 * How long a message may be, in the unit its platform counts in.
 *
 * @param most the longest allowed, 20 to 20 000
 * @param unit what is counted
 */
public record LengthLimit(int most, Unit unit) {

  /** What a platform counts. */
  public enum Unit {
    /** UTF-16 code units, as the web forms count: an emoji is two. */
    CHARACTERS("characters"),
    /** Bytes of UTF-8: an umlaut is two, an emoji four. */
    UTF8_BYTES("bytes of UTF-8");

    private final String words;

    Unit(String words) {
      this.words = words;
    }

    /** The unit in words, plural. */
    public String words() {
      return words;
    }
  }

  /** Refuses a limit no message can keep. */
  public LengthLimit {
    if (most < 20 || most > 20_000) {
      throw new IllegalArgumentException("most is " + most + ": use a number from 20 to 20000");
    }
  }

  /** The length of a text in this limit's unit. */
  public int lengthOf(String text) {
    return switch (unit) {
      case CHARACTERS -> text.length();
      case UTF8_BYTES -> text.getBytes(StandardCharsets.UTF_8).length;
    };
  }

  /** Whether the text is short enough. */
  public boolean allows(String text) {
    return lengthOf(text) <= most;
  }

  /** For prompts and findings, such as {@code 1000 bytes of UTF-8}. */
  public String inWords() {
    return most + " " + unit.words();
  }
}
