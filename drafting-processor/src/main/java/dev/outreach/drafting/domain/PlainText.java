package dev.outreach.drafting.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Undoes the disguises of a text: what is left is what a reader, or a model, makes of it. */
final class PlainText {

  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cf}\\p{Cc}\\p{Mn}&&[^\\n\\r\\t\\p{IsDevanagari}\\p{IsArabic}\\p{IsHebrew}\\p{InCombiningDiacriticalMarks}\\u3099\\u309A]]");
  private static final Pattern ACCENTS =
      Pattern.compile("(?<=[\\p{IsLatin}])\\p{InCombiningDiacriticalMarks}+");
  private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]+");
  private static final Pattern SPACED_LETTERS =
      Pattern.compile("\\b(?:[\\p{L}][ ._*-]){3,}[\\p{L}]\\b");

  private static final Map<Integer, Integer> LOOKALIKES =
      pairs("аaеeоoрpсcхxуyіiјjѕsһhԁdԛqԝwкkмmтtвbнnгrпnαaεeοoρpνvτtυuιiκkηnχxωw");
  private static final Map<Integer, Integer> DIGITS = pairs("0o1i3e4a5s7t@a$s!i|l");

  private PlainText() {}

  /** Lower case, compatible forms, no accents on Latin letters, nothing invisible. */
  static String of(String text) {
    String compatible = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String visible = INVISIBLE.matcher(withoutTags(compatible)).replaceAll("");
    String plain = ACCENTS.matcher(visible).replaceAll("");
    String composed = Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return BLANKS.matcher(composed.replace('’', '\'')).replaceAll(" ").strip();
  }

  /** Letters of other scripts that look Latin, read as Latin. */
  static String latinLookalikes(String plain) {
    return mapped(plain, LOOKALIKES);
  }

  /** Digits and signs that stand for letters, read as letters. */
  static String digitsAsLetters(String plain) {
    return mapped(plain, DIGITS);
  }

  /** Words written letter by letter, joined. */
  static String joined(String plain) {
    return SPACED_LETTERS
        .matcher(plain)
        .replaceAll(match -> match.group().replaceAll("[ ._*-]", ""));
  }

  /** The tag characters U+E0020 to U+E007E carry invisible ASCII; they are made visible. */
  private static String withoutTags(String text) {
    return text.codePoints()
        .map(point -> point >= 0xE0020 && point <= 0xE007E ? point - 0xE0000 : point)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String mapped(String text, Map<Integer, Integer> mapping) {
    return text.codePoints()
        .map(point -> mapping.getOrDefault(point, point))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static Map<Integer, Integer> pairs(String pairs) {
    int[] points = pairs.codePoints().toArray();
    Map<Integer, Integer> mapping = new java.util.HashMap<>();
    for (int index = 0; index < points.length; index += 2) {
      mapping.put(points[index], points[index + 1]);
    }
    return Map.copyOf(mapping);
  }
}
