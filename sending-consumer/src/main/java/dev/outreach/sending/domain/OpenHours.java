package dev.outreach.sending.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * When messages may leave, by the clock of the recipient where it is known.
 *
 * @param from the first minute of each day, earlier than {@code until}
 * @param until the first minute of each day at which nothing leaves any more
 * @param zone whose clock counts where the recipient's is not known
 * @param closedOn days on which nothing leaves at all
 */
public record OpenHours(LocalTime from, LocalTime until, ZoneId zone, Set<LocalDate> closedOn) {

  private static final int FARTHEST_DAYS = 400;

  public OpenHours {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("from is not before until: open hours lie in one day");
    }
    closedOn = Set.copyOf(closedOn);
    if (closedOn.size() >= FARTHEST_DAYS) {
      throw new IllegalArgumentException("closedOn has too many days: use fewer than 400");
    }
  }

  /**
   * The earliest moment at or after {@code moment} at which messages may leave by our own clock.
   */
  public Instant next(Instant moment) {
    return next(moment, Optional.empty());
  }

  /** The same by the clock of a place, where one is given. */
  public Instant next(Instant moment, Optional<ZoneId> place) {
    ZoneId there = place.orElse(zone);
    ZonedDateTime local = moment.atZone(there);
    LocalDate day = local.toLocalDate();
    if (!closedOn.contains(day)) {
      Instant opens = at(day, from, there);
      if (moment.isBefore(opens)) {
        return opens;
      }
      if (moment.isBefore(at(day, until, there))) {
        return moment;
      }
    }
    LocalDate next = day.plusDays(1);
    while (closedOn.contains(next)) {
      next = next.plusDays(1);
    }
    return at(next, from, there);
  }

  /** A time that a change of the clocks skips becomes the first one after the gap. */
  private static Instant at(LocalDate day, LocalTime time, ZoneId there) {
    return day.atTime(time).atZone(there).toInstant();
  }
}
