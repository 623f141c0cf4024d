package dev.outreach.discovery.domain;

import java.util.UUID;

/**
 * Remembers ids at 16 bytes each (an open-addressed table, at most three quarters full), so that a
 * million rows fit in 64 MiB. Not thread-safe.
 */
public final class SeenIds {

  private static final int FIRST_SLOTS = 1024;
  private static final UUID ZERO = new UUID(0, 0);

  private long[] table = new long[2 * FIRST_SLOTS];
  private int size;
  private boolean zeroSeen;

  /** Remembers the id; true where it is new. */
  public boolean add(UUID id) {
    if (id.equals(ZERO)) {
      // Two zero words mark a free slot.
      boolean fresh = !zeroSeen;
      zeroSeen = true;
      return fresh;
    }
    if (!put(table, id.getMostSignificantBits(), id.getLeastSignificantBits())) {
      return false;
    }
    size++;
    if (4L * size > 3L * (table.length / 2)) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] larger = new long[2 * table.length];
    for (int slot = 0; slot < table.length; slot += 2) {
      if (table[slot] != 0 || table[slot + 1] != 0) {
        put(larger, table[slot], table[slot + 1]);
      }
    }
    table = larger;
  }

  private static boolean put(long[] table, long high, long low) {
    int slots = table.length / 2;
    int slot = (int) Long.remainderUnsigned(mixed(high, low), slots);
    while (table[2 * slot] != 0 || table[2 * slot + 1] != 0) {
      if (table[2 * slot] == high && table[2 * slot + 1] == low) {
        return false;
      }
      slot = (slot + 1) % slots;
    }
    table[2 * slot] = high;
    table[2 * slot + 1] = low;
    return true;
  }

  /** Spreads ids that are alike over the table (multiplication by the golden ratio). */
  private static long mixed(long high, long low) {
    long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9e3779b97f4a7c15L;
    return mixed ^ (mixed >>> 32);
  }
}
