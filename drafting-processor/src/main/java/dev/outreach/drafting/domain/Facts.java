package dev.outreach.drafting.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a profile a writer gets to see: short clauses without addresses, and none of a text that
 * gives orders. A writer that never saw an order cannot obey it.
 */
public final class Facts {

  private static final int MOST = 8;
  private static final int LONGEST = 80;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)https?://|www\\.|[@#]|\\b[\\w-]+\\.(?:com|net|org|io|me|co|de|link|shop|app)\\b|\\+?\\d[\\d ()/-]{6,}");
  private static final Pattern WORDS = Pattern.compile(".*\\p{L}{3,}.*");

  private Facts() {}

  /** At most eight facts of at most 80 characters, in the words of the profile. */
  public static List<String> of(Person person) {
    if (Instructions.orderMachines(String.join(" ", person.texts()))) {
      return List.of();
    }
    Set<String> facts = new LinkedHashSet<>();
    Stream.of(person.category(), person.location())
        .flatMap(Optional::stream)
        .map(String::strip)
        .filter(Facts::isHarmless)
        .forEach(facts::add);
    person.bio().stream()
        .flatMap(bio -> Clauses.of(bio).stream())
        .filter(Facts::isHarmless)
        .forEach(facts::add);
    return facts.stream().limit(MOST).toList();
  }

  private static boolean isHarmless(String clause) {
    return clause.length() <= LONGEST
        && WORDS.matcher(clause).matches()
        && !ADDRESS.matcher(clause).find()
        && !MarkupCheck.isIn(clause)
        && !Instructions.isSuspect(clause);
  }
}
