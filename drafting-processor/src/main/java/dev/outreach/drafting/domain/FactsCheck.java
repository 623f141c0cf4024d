package dev.outreach.drafting.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nothing invented: every fact the drafter says it used stands in the profile, and so does every
 * figure of the draft; a greeting by name uses the person's.
 */
final class FactsCheck implements Check {

  private static final String NAME = "facts";
  private static final Pattern FIGURE = Pattern.compile("\\p{Nd}+(?:[.,]\\p{Nd}+)*");
  private static final Pattern MONEY =
      Pattern.compile(
          "(?i)[$€£¥₿%]|\\b(?:usd|eur|gbp|btc|bitcoin|dollars?|euros?|percent|prozent|discount|rabatt|refund|guarantee[ds]?|for free|lottery|prize|giveaway|voucher|coupon|gift ?cards?)\\b");
  private static final Pattern GREETED =
      Pattern.compile(
          "^(?:Hi|Hey|Hello|Dear|Hallo|Liebe[r]?|Hola|Bonjour|Salut|Ciao|Olá)\\s+(\\p{Lu}[\\p{L}\\p{M}'’-]+)");

  @Override
  public Finding examine(Proposal proposal, Brief brief) {
    List<String> known = known(brief.assignment());
    String everything = PlainText.of(String.join("\n", known));
    for (String fact : proposal.factsUsed()) {
      if (!everything.contains(PlainText.of(fact))) {
        return Finding.blocked(NAME, "names a fact that is not in the profile");
      }
    }
    if (!figures(everything).containsAll(figures(PlainText.of(proposal.text())))) {
      return Finding.blocked(NAME, "has a figure that is not in the profile");
    }
    if (addsMoney(proposal.text(), everything)) {
      return Finding.blocked(NAME, "speaks of money or a promise that is not in the profile");
    }
    return greetsSomebodyElse(proposal.text(), everything)
        ? Finding.blocked(NAME, "greets somebody else")
        : Finding.passed(NAME);
  }

  private static List<String> known(Assignment assignment) {
    Person person = assignment.person();
    return Stream.of(
            person.texts().stream(),
            Stream.of(person.username()),
            person.followers().map(String::valueOf).stream(),
            assignment.thread().stream().filter(Turn::ours).map(Turn::text))
        .flatMap(texts -> texts)
        .toList();
  }

  private static Set<String> figures(String text) {
    return FIGURE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static boolean addsMoney(String text, String everything) {
    return MONEY
        .matcher(PlainText.of(text))
        .results()
        .anyMatch(found -> !everything.contains(found.group()));
  }

  private static boolean greetsSomebodyElse(String text, String everything) {
    Optional<String> name =
        GREETED.matcher(text.strip()).results().findFirst().map(found -> found.group(1));
    return name.filter(greeted -> !greeted.matches("There|Team|All|Everyone|Zusammen"))
        .filter(greeted -> !everything.contains(PlainText.of(greeted)))
        .isPresent();
  }
}
