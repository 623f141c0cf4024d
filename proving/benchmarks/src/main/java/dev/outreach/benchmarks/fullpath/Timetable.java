package dev.outreach.benchmarks.fullpath;

/**
 * When which record is due: every other slot somebody is found, and the slot after it reviews a
 * person who was found two seconds before.
 *
 * @param rate slots a second
 */
record Timetable(int rate) {

  /** Nanoseconds after the beginning. */
  long due(int slot) {
    return slot * 1_000_000_000L / rate;
  }

  boolean isFound(int slot) {
    return slot % 2 == 0;
  }

  /** Whom a slot is about; negative where nobody is. */
  int person(int slot) {
    return isFound(slot) ? slot / 2 : slot / 2 - rate;
  }

  int slotOfFound(int person) {
    return person * 2;
  }

  int slotOfReview(int person) {
    return (person + rate) * 2 + 1;
  }

  /** How many records the first slots publish. */
  long published(int slots) {
    return (slots + 1L) / 2 + Math.max(0, slots / 2 - rate);
  }
}
