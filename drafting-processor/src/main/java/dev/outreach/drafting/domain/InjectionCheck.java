package dev.outreach.drafting.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The draft obeys nobody but us. It is stopped where a text of the person orders machines about,
 * since a writer may have read it; and where it shares a telling word with an imperative of the
 * person that stands nowhere else in the profile.
 */
final class InjectionCheck implements Check {

  private static final String NAME = "injection";

  @Override
  public Finding examine(Proposal proposal, Brief brief) {
    if (brief.assignment().givesOrders()) {
      return Finding.blocked(NAME, "was written with a profile that gives orders to machines");
    }
    Set<String> obeyed = Words.tellingSet(proposal.text());
    obeyed.retainAll(orderedWords(brief.assignment().foreignTexts()));
    return obeyed.isEmpty()
        ? Finding.passed(NAME)
        : Finding.blocked(NAME, "takes up an order that stands in the profile");
  }

  private static Set<String> orderedWords(List<String> foreign) {
    Set<String> ordered = new HashSet<>();
    Set<String> described = new HashSet<>();
    for (String text : foreign) {
      for (String clause : Clauses.of(text)) {
        (Instructions.isSuspect(clause) ? ordered : described).addAll(wordsOf(clause));
      }
    }
    ordered.removeAll(described);
    return ordered;
  }

  private static Set<String> wordsOf(String clause) {
    Set<String> words = new HashSet<>();
    Disguises.readingsOf(clause).forEach(reading -> words.addAll(Words.tellingSet(reading)));
    return words;
  }
}
