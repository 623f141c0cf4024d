package dev.outreach.runtime.slowtask;

import java.util.BitSet;

/**
 * How far a partition is done.
 *
 * @param next the first offset that is not done; everything before it is
 * @param beyond which later offsets are done already: bit {@code n} stands for {@code next + n}
 */
record Position(long next, BitSet beyond) {

  Position {
    if (next < 0) {
      throw new IllegalArgumentException("next must not be negative, it is " + next);
    }
    beyond = (BitSet) beyond.clone();
  }

  static Position at(long next) {
    return new Position(next, new BitSet());
  }

  @Override
  public BitSet beyond() {
    return (BitSet) beyond.clone();
  }

  boolean isDone(long offset) {
    return offset < next || beyond.get(Math.toIntExact(offset - next));
  }
}
