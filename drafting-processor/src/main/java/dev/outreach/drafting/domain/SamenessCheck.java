package dev.outreach.drafting.domain;

/** Not the same as what this person already got from us. */
final class SamenessCheck implements Check {

  private static final String NAME = "sameness";

  @Override
  public Finding examine(Proposal proposal, Brief brief) {
    boolean same =
        brief.assignment().thread().stream()
            .anyMatch(turn -> Similarity.between(turn.text(), proposal.text()) > Similarity.SAME);
    return same
        ? Finding.blocked(NAME, "is much the same as a message of this conversation")
        : Finding.passed(NAME);
  }
}
