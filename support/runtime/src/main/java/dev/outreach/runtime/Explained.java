package dev.outreach.runtime;

/** A failure that can be told to an operator: its words hold no secret and nobody's data. */
public interface Explained {

  /** What is wrong and what happens next, in a sentence. */
  String explanation();

  /** What may be told of any failure. */
  static String of(RuntimeException failure) {
    return failure instanceof Explained explained
        ? explained.explanation()
        : failure.getClass().getSimpleName();
  }
}
