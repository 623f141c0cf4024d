package dev.outreach.sending.domain;

/**
 * The part of a ledger row that decides which step is legal.
 *
 * @param state where the message stands
 * @param fence number of the latest claim; a worker that holds another number is a zombie
 * @param attempt number of claims so far
 * @param inDoubt whether an earlier attempt may have been carried out
 */
public record Position(State state, long fence, int attempt, boolean inDoubt) {

  /** A message that was just accepted. */
  public static Position accepted() {
    return new Position(State.READY, 0, 0, false);
  }
}
