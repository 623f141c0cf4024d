package dev.outreach.api.http;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Rules for single values; each gives what is wrong and how to mend it, or nothing. */
final class Texts {

  private static final Pattern UUID_SHAPE =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Texts() {}

  /** What is wrong with a value. */
  record Flaw(String problem, String fix) {}

  /** Blank, too long, or with characters that no database and no Avro string can hold. */
  static Optional<Flaw> flaw(String text, int longest) {
    if (text.isBlank()) {
      return Optional.of(new Flaw("is empty", "send some text, or leave the field out"));
    }
    if (text.length() > longest) {
      return Optional.of(
          new Flaw(
              "has " + text.length() + " characters", "send at most " + longest + " characters"));
    }
    if (text.codePoints().anyMatch(Texts::isUnspeakable)) {
      return Optional.of(
          new Flaw("has control characters or half characters", "send plain Unicode text"));
    }
    return Optional.empty();
  }

  /** Java's own parser takes shorter forms too; we do not. */
  static Optional<UUID> uuid(String text) {
    return UUID_SHAPE.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static boolean isUnspeakable(int codePoint) {
    boolean layout = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    boolean halfCharacter = codePoint >= 0xD800 && codePoint <= 0xDFFF;
    return halfCharacter || (Character.isISOControl(codePoint) && !layout);
  }
}
