package dev.outreach.drafting.domain;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Guesses a language by its script and, among the Latin ones, by its commonest words. */
final class Languages {

  private static final Map<String, Set<String>> COMMON_WORDS =
      Map.of(
          "en",
              words(
                  "the and you your to of is are for with that this would i my have it on in what how we be"),
          "de",
              words(
                  "der die das und du dein deine ist ich für mit dass ein eine auf nicht wie was würde dir auch zu"),
          "fr",
              words(
                  "le la les et vous votre tu ton est je pour avec que un une des du dans ce comment sur nous"),
          "es",
              words(
                  "el la los y tu es yo para con que un una de en lo me como qué te sobre su mi las del"),
          "it",
              words(
                  "il la gli e tu tuo è io per con che un una di in mi come cosa ti su sono della del"),
          "pt",
              words(
                  "o a os e você seu é eu para com que um uma de em me como do da sobre meu não sua"),
          "nl",
              words(
                  "de het en je jouw is ik voor met dat een van op niet hoe wat zou ook te in er"),
          "pl", words("i w na z że się jest nie to do jak czy twój twoja dla o ale po cię"),
          "sv", words("och att det du din är jag för med som en ett på inte hur vad skulle av i"),
          "la", words("et est in tibi tua tuum cum ad non quod sed ego te opus salve gratias"));

  private static final Map<String, UnicodeScript> SCRIPTS =
      Map.ofEntries(
          Map.entry("ru", UnicodeScript.CYRILLIC),
          Map.entry("uk", UnicodeScript.CYRILLIC),
          Map.entry("bg", UnicodeScript.CYRILLIC),
          Map.entry("el", UnicodeScript.GREEK),
          Map.entry("ar", UnicodeScript.ARABIC),
          Map.entry("fa", UnicodeScript.ARABIC),
          Map.entry("he", UnicodeScript.HEBREW),
          Map.entry("hi", UnicodeScript.DEVANAGARI),
          Map.entry("th", UnicodeScript.THAI),
          Map.entry("ko", UnicodeScript.HANGUL),
          Map.entry("zh", UnicodeScript.HAN),
          Map.entry("ja", UnicodeScript.HIRAGANA));

  private Languages() {}

  /** The language part of a tag, such as {@code pt} of {@code pt-BR}. */
  static String primary(String tag) {
    return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }

  /** The script a language is written in; Latin where nothing else is known. */
  static UnicodeScript scriptOf(String language) {
    return SCRIPTS.getOrDefault(language, UnicodeScript.LATIN);
  }

  /** The script most letters of a text are of; empty where it has no letters. */
  static Optional<UnicodeScript> scriptIn(String text) {
    return text
        .codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .map(script -> script == UnicodeScript.KATAKANA ? UnicodeScript.HIRAGANA : script)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** The Latin language whose commonest words a text has most of, where that is clear. */
  static Optional<String> guessLatin(String text) {
    List<String> words = Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1));
    Map<String, Long> hits =
        COMMON_WORDS.keySet().stream()
            .collect(Collectors.toMap(Function.identity(), language -> count(language, words)));
    List<Map.Entry<String, Long>> best =
        hits.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .toList();
    boolean clear =
        best.get(0).getValue() >= 3 && best.get(0).getValue() >= best.get(1).getValue() + 2;
    return clear ? Optional.of(best.get(0).getKey()) : Optional.empty();
  }

  /** Whether a guess for this language is possible. */
  static boolean canGuess(String language) {
    return COMMON_WORDS.containsKey(language);
  }

  private static long count(String language, List<String> words) {
    Set<String> common = COMMON_WORDS.getOrDefault(language, Set.of());
    return words.stream().filter(common::contains).count();
  }

  private static Set<String> words(String words) {
    return Set.copyOf(List.of(words.split(" ", -1)));
  }
}
