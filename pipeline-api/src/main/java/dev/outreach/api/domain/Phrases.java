package dev.outreach.api.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Knows opt-outs and automatic replies by their words, in the languages of our users. */
final class Phrases {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  /** Letters that are no accented ones to Unicode. */
  private static final Map<String, String> UNACCENTED =
      Map.of("ß", "ss", "ø", "o", "æ", "ae", "ł", "l", "ı", "i", "đ", "d");

  private static final Pattern APOSTROPHES = Pattern.compile("['’`´]");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Phrases() {}

  /** Lower case, without accents, apostrophes and punctuation, words apart by single spaces. */
  static String plain(String text) {
    String letters = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    String joined = APOSTROPHES.matcher(ACCENTS.matcher(letters).replaceAll("")).replaceAll("");
    for (Map.Entry<String, String> letter : UNACCENTED.entrySet()) {
      joined = joined.replace(letter.getKey(), letter.getValue());
    }
    return NO_WORD.matcher(joined).replaceAll(" ").strip();
  }

  static boolean isOptOut(String plain) {
    return OptOutPhrases.ALONE.contains(plain)
        || OptOutPhrases.ANYWHERE.stream().anyMatch(phrase -> holds(plain, phrase));
  }

  static boolean isAutomatic(String plain) {
    return AutomaticPhrases.ANYWHERE.stream().anyMatch(phrase -> holds(plain, phrase));
  }

  private static boolean holds(String plain, String phrase) {
    return (" " + plain + " ").contains(" " + phrase + " ");
  }
}
