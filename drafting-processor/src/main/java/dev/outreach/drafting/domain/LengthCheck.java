package dev.outreach.drafting.domain;

/** Neither empty, nor longer than the platform takes. */
final class LengthCheck implements Check {

  private static final String NAME = "length";
  private static final int FEWEST_WORDS = 4;

  @Override
  public Finding examine(Proposal proposal, Brief brief) {
    LengthLimit limit = brief.assignment().limit();
    String text = proposal.text();
    if (!limit.allows(text)) {
      return Finding.blocked(
          NAME, "is %d long, the limit is %s".formatted(limit.lengthOf(text), limit.inWords()));
    }
    if (isTooShort(text)) {
      return Finding.blocked(NAME, "is too short to be a message");
    }
    return Finding.passed(NAME);
  }

  /** Scripts without blanks have no words to count: there, letters are counted. */
  private static boolean isTooShort(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    boolean blanks = text.strip().split("\\s+", -1).length >= FEWEST_WORDS;
    boolean ideographs = text.codePoints().anyMatch(Character::isIdeographic);
    return letters < (ideographs ? 8 : 15) || (!blanks && !ideographs);
  }
}
