package dev.outreach.runtime.slowtask;

import java.util.BitSet;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Knows which offsets of one partition are done, whatever the order they get done in. Offsets that
 * the log never delivers (transaction markers, compacted records) count as done once a later one
 * was delivered. Not thread-safe.
 */
final class OffsetTracker {

  /** How far the newest offset may be ahead of the oldest unfinished one. */
  static final int WIDEST_WINDOW = 16_000;

  private static final long UNKNOWN = -1;

  private final NavigableSet<Long> open = new TreeSet<>();
  private final @Nullable Position resumed;
  private long next;

  private OffsetTracker(@Nullable Position resumed) {
    this.resumed = resumed;
    this.next = resumed == null ? UNKNOWN : resumed.next();
  }

  /** A partition nobody worked on yet: it begins with the first offset delivered. */
  static OffsetTracker fresh() {
    return new OffsetTracker(null);
  }

  static OffsetTracker resumedAt(Position position) {
    return new OffsetTracker(position);
  }

  /**
   * Takes note of an offset the log delivered.
   *
   * @return whether it is to be worked on; false where an earlier owner had it done
   * @throws IllegalStateException where the log goes back, as after a truncation: what is done can
   *     then not be told from what is not
   */
  boolean deliver(long offset) {
    if (offset < next) {
      throw new IllegalStateException(
          "offset " + offset + " came after " + next + ": reset the offsets of this group");
    }
    next = offset + 1;
    if (resumed != null && resumed.isDone(offset)) {
      return false;
    }
    open.add(offset);
    return true;
  }

  /** Takes note that the log has nothing more before this offset. */
  void reach(long offset) {
    next = Math.max(next, offset);
  }

  /**
   * Takes note that an offset is done.
   *
   * @throws IllegalStateException where nobody works on it, so that no mistake moves the position
   */
  void complete(long offset) {
    if (!open.remove(offset)) {
      throw new IllegalStateException("offset " + offset + " was not being worked on");
    }
  }

  /** How far the partition is done; empty where nothing was ever delivered. */
  Optional<Position> position() {
    if (next == UNKNOWN) {
      return Optional.empty();
    }
    return Optional.of(open.isEmpty() ? behindLast() : behindFirstOpen(open.first()));
  }

  /** Offsets between the oldest unfinished one and the newest delivered. */
  long window() {
    return open.isEmpty() ? 0 : next - open.first();
  }

  private Position behindFirstOpen(long first) {
    BitSet beyond = new BitSet();
    beyond.set(0, Math.toIntExact(next - first));
    open.forEach(offset -> beyond.clear(Math.toIntExact(offset - first)));
    addResumed(beyond, first);
    return new Position(first, beyond);
  }

  private Position behindLast() {
    BitSet beyond = new BitSet();
    addResumed(beyond, next);
    int contiguous = beyond.nextClearBit(0);
    return new Position(next + contiguous, beyond.get(contiguous, beyond.length()));
  }

  /** What an earlier owner had done further on than the log has delivered to this one so far. */
  private void addResumed(BitSet beyond, long first) {
    if (resumed == null) {
      return;
    }
    for (int bit : resumed.beyond().stream().toArray()) {
      long offset = resumed.next() + bit;
      if (offset >= next) {
        beyond.set(Math.toIntExact(offset - first));
      }
    }
  }
}
