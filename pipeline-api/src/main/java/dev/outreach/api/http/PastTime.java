package dev.outreach.api.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** A time somebody asks about, which must have been. */
public sealed interface PastTime {

  /** A time from 1970 until now. */
  record Known(Instant time) implements PastTime {}

  /**
   * A text that is none.
   *
   * @param problem what is wrong
   * @param fix what to write instead
   */
  record Flawed(String problem, String fix) implements PastTime {}

  /** Reads a time with its zone. */
  static PastTime of(String text, Instant now) {
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      if (time.isAfter(now)) {
        return new Flawed("is in the future", "use a time until now");
      }
      return time.isBefore(Instant.EPOCH)
          ? new Flawed("is before 1970", "use a time such as 2026-11-20T10:00Z")
          : new Known(time);
    } catch (DateTimeParseException _) {
      return new Flawed("is not a time with its zone", "use a time such as 2026-11-20T10:00Z");
    }
  }
}
