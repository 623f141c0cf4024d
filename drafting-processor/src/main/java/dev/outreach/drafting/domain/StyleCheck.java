package dev.outreach.drafting.domain;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A calm message: no shouting, no row of emojis, no verse, no list, no word repeated again and
 * again.
 */
final class StyleCheck implements Check {

  private static final String NAME = "style";
  private static final Pattern REPEATED =
      Pattern.compile("(?iU)\\b(\\p{L}{2,})\\b(?:[\\s,.!]+\\1\\b){2,}|(\\p{L})\\2{4,}");
  private static final int MOST_EMOJIS = 5;
  private static final int MOST_LINES = 9;

  @Override
  public Finding examine(Proposal proposal, Brief brief) {
    String text = proposal.text();
    if (shouts(text)) {
      return Finding.blocked(NAME, "is shouted in capitals");
    }
    if (text.codePoints().filter(Character::isEmojiPresentation).count() > MOST_EMOJIS) {
      return Finding.blocked(NAME, "has too many emojis");
    }
    if (REPEATED.matcher(text).find()) {
      return Finding.blocked(NAME, "repeats a word or letter");
    }
    return text.lines().filter(line -> !line.isBlank()).count() > MOST_LINES
        ? Finding.blocked(NAME, "has the shape of a poem or list")
        : Finding.passed(NAME);
  }

  private static boolean shouts(String text) {
    long upper = text.codePoints().filter(Character::isUpperCase).count();
    long lower = text.codePoints().filter(Character::isLowerCase).count();
    long shouted =
        Arrays.stream(text.split("\\s+", -1))
            .filter(word -> word.matches("\\p{Lu}{4,}\\W*"))
            .count();
    return (upper > 12 && upper * 10 > (upper + lower) * 4) || shouted >= 4;
  }
}
