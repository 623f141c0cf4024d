package dev.outreach.projector;

/** Which rules make rows out of events. */
final class Projection {

  /**
   * Raised whenever the same events make other rows than before, so that a rebuild compares its
   * rows only with rows of the same rules, and an older program does not write among newer rows.
   */
  static final int VERSION = 1;

  private Projection() {}
}
