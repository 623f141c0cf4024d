package dev.outreach.drafting.domain;

import java.util.HashSet;
import java.util.Set;

/** How much two texts are the same: Jaccard index of their runs of three letters. */
public final class Similarity {

  /** From here on two messages read like the same one. */
  public static final double SAME = 0.6;

  private Similarity() {}

  /** The runs of three characters of a text, ignoring case, accents and punctuation. */
  static Set<Integer> runsOf(String text) {
    String plain = PlainText.of(text).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
    int[] points = plain.codePoints().toArray();
    Set<Integer> runs = new HashSet<>();
    for (int start = 0; start + 3 <= points.length; start++) {
      runs.add((points[start] * 31 + points[start + 1]) * 31 + points[start + 2]);
    }
    return runs;
  }

  /** From 0, nothing in common, to 1, the same. */
  static double between(Set<Integer> one, Set<Integer> other) {
    if (one.isEmpty() && other.isEmpty()) {
      return 1;
    }
    Set<Integer> common = new HashSet<>(one);
    common.retainAll(other);
    return (double) common.size() / (one.size() + other.size() - common.size());
  }

  /** From 0, nothing in common, to 1, the same. */
  public static double between(String one, String other) {
    return between(runsOf(one), runsOf(other));
  }
}
