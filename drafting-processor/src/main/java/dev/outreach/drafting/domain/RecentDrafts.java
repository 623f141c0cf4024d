package dev.outreach.drafting.domain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * The drafts of the last while, so that a batch does not say the same to everybody. Remembers a
 * bounded number, as sets of letter runs, not as text. Thread-safe.
 */
public final class RecentDrafts implements Check {

  private static final String NAME = "batch";

  private final int most;
  private final Deque<Set<Integer>> drafts = new ArrayDeque<>();

  /**
   * Remembers nothing yet.
   *
   * @param most how many drafts to remember, from 1
   */
  public RecentDrafts(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most is " + most + ": use 1 or more");
    }
    this.most = most;
  }

  /** A warning only: people of one batch may have much in common. */
  @Override
  public Finding examine(Proposal proposal, Brief brief) {
    Set<Integer> runs = Similarity.runsOf(proposal.text());
    long same = countSame(runs);
    return same == 0
        ? Finding.passed(NAME)
        : Finding.warned(NAME, "is much the same as " + same + " of the last drafts");
  }

  /** Remembers a draft that goes out. */
  public synchronized void remember(String text) {
    drafts.addLast(Similarity.runsOf(text));
    if (drafts.size() > most) {
      drafts.removeFirst();
    }
  }

  private synchronized long countSame(Set<Integer> runs) {
    return drafts.stream()
        .filter(draft -> Similarity.between(draft, runs) > Similarity.SAME)
        .count();
  }
}
