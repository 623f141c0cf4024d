package dev.outreach.projector;

import java.time.Instant;
import java.util.UUID;

/** Refuses what no row can hold, with a message that names the field and not the value. */
final class Valid {

  private static final int LONGEST_KEY = 500;
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  /** Until then PostgreSQL's arithmetic on times is exact to the microsecond. */
  private static final Instant LATEST = Instant.parse("3999-12-31T23:59:59Z");

  private Valid() {}

  static UUID id(String field, String text) {
    if (text.length() != 36) {
      throw new IllegalArgumentException(field + " is no UUID: use 36 characters");
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(field + " is no UUID: use 36 characters", malformed);
    }
  }

  static String key(String field, String text) {
    if (text.isEmpty() || text.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          field + " has " + text.length() + " characters: use 1 to " + LONGEST_KEY);
    }
    return text;
  }

  static Instant time(String field, Instant time) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          field + " is out of range: use milliseconds since 1970, in the years 1 to 3999");
    }
    return time;
  }

  static long version(long version) {
    if (version < 1) {
      throw new IllegalArgumentException("version is " + version + ": use 1, 2, 3 and so on");
    }
    return version;
  }
}
