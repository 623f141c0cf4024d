package dev.outreach.platforms.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * For how long a use counts. A count may last longer than the platform's own, never shorter: a call
 * arrives a while after it was reserved.
 */
public sealed interface QuotaWindow {

  /** Longer than any call is under way. */
  Duration UNDER_WAY = Duration.ofMinutes(1);

  /** Under which moment a use is counted; uses of the same slot end together. */
  Instant slot(Instant now);

  /** When what is counted under a slot counts no more. */
  Instant end(Instant slot);

  /** Each use counts for so long after it, in steps of a sixtieth of that. */
  record Rolling(Duration length) implements QuotaWindow {

    public Rolling {
      if (length.compareTo(Duration.ofMinutes(1)) < 0) {
        throw new IllegalArgumentException("length is " + length + "; give a minute or more");
      }
    }

    @Override
    public Instant slot(Instant now) {
      long step = step().toMillis();
      return Instant.ofEpochMilli(now.toEpochMilli() / step * step);
    }

    @Override
    public Instant end(Instant slot) {
      return slot.plus(step()).plus(length);
    }

    private Duration step() {
      return length.dividedBy(60);
    }
  }

  /** Different uses: each counts once, for so long after it was first made. */
  record Distinct(Duration length) implements QuotaWindow {

    @Override
    public Instant slot(Instant now) {
      return now.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Instant end(Instant slot) {
      return slot.plus(length).plus(UNDER_WAY);
    }
  }

  /** The calendar day in UTC; what is reserved in its last minute counts for the next one, too. */
  record UtcDay() implements QuotaWindow {

    @Override
    public Instant slot(Instant now) {
      Instant lastMinute = midnight(now, 1).minus(UNDER_WAY);
      return now.isBefore(lastMinute) ? midnight(now, 0) : lastMinute;
    }

    @Override
    public Instant end(Instant slot) {
      return midnight(slot, slot.equals(midnight(slot, 0)) ? 1 : 2);
    }

    private static Instant midnight(Instant day, int later) {
      return day.atZone(ZoneOffset.UTC)
          .toLocalDate()
          .plusDays(later)
          .atStartOfDay()
          .toInstant(ZoneOffset.UTC);
    }
  }
}
