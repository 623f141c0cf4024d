package dev.outreach.drafting.domain;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a text that say something, and those that any message may have. */
final class Words {

  /** What any opening message may say without having it from anywhere. */
  private static final Set<String> ORDINARY =
      Set.copyOf(
          List.of(
              ("message messages hello your you're with that this from have about would like love great really work"
                      + " working works page post posts content profile account share sharing stuff here there what when where which"
                      + " who's their them they these those some more most much many just been being into over please thank"
                      + " thanks talk talking chat chatting quick question questions curious wonder wondering wanted want reach"
                      + " reaching noticed seen came across interested interesting open happy glad nice good best hope time"
                      + " moment minutes week today tomorrow soon back know think idea ideas project projects people team"
                      + " business brand company help learn learning make making made take look looking feel free send sent"
                      + " reply answer write writing start started end begin give always only every also will could should"
                      + " might maybe still without again first last next word words text name call calls email"
                      + " dein deine dich dir nachricht gerne mehr uber schreib schreiben frage fragen arbeit wirklich"
                      + " auch eine einen einem einer sehr danke hallo wenn oder aber nicht haben habe hast gesehen"
                      + " para como este esta tengo mensaje hola gracias sobre trabajo pour avec votre vous bonjour merci")
                  .split(" ", -1)));

  private Words() {}

  /** Plain words of four letters or more, or any word of a script without blanks, in order. */
  static List<String> telling(String text) {
    return Arrays.stream(PlainText.of(text).split("[^\\p{L}\\p{M}\\p{N}]+", -1))
        .filter(word -> word.length() >= 4 && !ORDINARY.contains(word))
        .toList();
  }

  static Set<String> tellingSet(String text) {
    return telling(text).stream().map(Words::stem).collect(Collectors.toCollection(HashSet::new));
  }

  /** Enough of a word to know its plural and its participle again. */
  private static String stem(String word) {
    return word.length() <= 5 ? word : word.substring(0, Math.max(5, word.length() - 3));
  }
}
