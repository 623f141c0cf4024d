package dev.outreach.drafting.domain;

import java.lang.Character.UnicodeScript;
import java.util.Optional;

/** The text is in the language it says it is in, and that is the person's. */
final class LanguageCheck implements Check {

  private static final String NAME = "language";

  @Override
  public Finding examine(Proposal proposal, Brief brief) {
    String said = Languages.primary(proposal.language());
    String wanted = Languages.primary(brief.assignment().language());
    Optional<UnicodeScript> script = Languages.scriptIn(proposal.text());
    if (script.isEmpty()) {
      return Finding.blocked(NAME, "has no letters");
    }
    if (!matches(said, script.get())) {
      return Finding.blocked(NAME, "is not written in the script of its language");
    }
    Optional<String> guess = Languages.guessLatin(proposal.text());
    if (Languages.canGuess(said) && guess.filter(language -> !language.equals(said)).isPresent()) {
      return Finding.blocked(NAME, "is not in the language it says");
    }
    return said.equals(wanted)
        ? Finding.passed(NAME)
        : Finding.warned(NAME, "is in another language than the person's");
  }

  private static boolean matches(String language, UnicodeScript script) {
    UnicodeScript expected = Languages.scriptOf(language);
    return script == expected
        || (expected == UnicodeScript.HIRAGANA && script == UnicodeScript.HAN);
  }
}
