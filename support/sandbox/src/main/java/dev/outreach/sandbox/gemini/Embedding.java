package dev.outreach.sandbox.gemini;

import dev.outreach.sandbox.wire.Hashes;
import java.util.Locale;

/**
 * Vectors of character trigrams: alike for texts that share wording, so that a comparison means
 * something.
 */
final class Embedding {

  private static final int GRAM = 3;

  private Embedding() {}

  /** A vector of length 1, or all zeros for a text without three characters. */
  static double[] of(String text, int dimensions) {
    double[] vector = new double[dimensions];
    String lower = text.toLowerCase(Locale.ROOT);
    for (int start = 0; start + GRAM <= lower.length(); start++) {
      vector[(int) (Hashes.number(lower.substring(start, start + GRAM)) % dimensions)]++;
    }
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    double length = Math.sqrt(squares);
    for (int index = 0; index < dimensions && length > 0; index++) {
      vector[index] /= length;
    }
    return vector;
  }
}
