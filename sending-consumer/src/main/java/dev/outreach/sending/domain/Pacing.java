package dev.outreach.sending.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How often and when one account may send by one way.
 *
 * @param caps each holds in every window
 * @param gap least time between two messages; zero for none
 * @param jitter up to this much is added to the gap, differently for each message
 * @param hours when messages may leave; empty for always
 */
public record Pacing(List<Cap> caps, Duration gap, Duration jitter, Optional<OpenHours> hours) {

  /** Codes of the reasons for which the rules of pacing let a message wait. */
  public static final Set<String> CODES = Set.of("LIMIT", "MINIMUM_GAP", "QUIET_HOURS");

  /** No restriction at all. */
  public static final Pacing FREE =
      new Pacing(List.of(), Duration.ZERO, Duration.ZERO, Optional.empty());

  public Pacing {
    caps = List.copyOf(caps);
    if (gap.isNegative() || jitter.isNegative()) {
      throw new IllegalArgumentException("gap and jitter must not be negative: use 0s for none");
    }
  }

  /** Only caps. */
  public static Pacing capped(Cap... caps) {
    return new Pacing(List.of(caps), Duration.ZERO, Duration.ZERO, Optional.empty());
  }

  /** How many of the latest slots {@link #nextSlot} needs to see. */
  public int memory() {
    int gapNeeds = gap.isZero() && jitter.isZero() ? 0 : 1;
    return caps.stream().mapToInt(Cap::most).reduce(gapNeeds, Math::max);
  }

  /** Whether a message may leave now, and otherwise when and why not yet. */
  public sealed interface Slot {

    /** It may. */
    record Free() implements Slot {}

    /** Not before {@code at}. */
    record Later(Instant at, Reason reason) implements Slot {}
  }

  /**
   * The earliest moment at which one more message breaks no rule.
   *
   * @param taken when earlier messages reached the platform at the latest, oldest first; those that
   *     may still be under way count as {@code now}
   * @param seed decides the jitter; the same for the same message
   */
  public Slot nextSlot(List<Instant> taken, Instant now, long seed) {
    Instant earliest = now;
    Reason reason = null;
    for (Cap cap : caps) {
      int over = taken.size() - cap.most();
      Instant free = over < 0 ? now : taken.get(over).plus(cap.within());
      if (free.isAfter(earliest)) {
        earliest = free;
        reason = new Reason("LIMIT", "The limit of " + cap.text() + " is used up.");
      }
    }
    if (!taken.isEmpty() && memory() > 0) {
      Instant free = taken.getLast().plus(gap).plus(jitterOf(seed));
      if (free.isAfter(earliest)) {
        earliest = free;
        reason = new Reason("MINIMUM_GAP", "Messages of this account leave some time apart.");
      }
    }
    Instant open = openAt(earliest);
    if (open.isAfter(earliest)) {
      return new Slot.Later(
          open, new Reason("QUIET_HOURS", "Outside the hours in which messages may leave."));
    }
    return reason == null ? new Slot.Free() : new Slot.Later(earliest, reason);
  }

  private Instant openAt(Instant moment) {
    return hours.map(open -> open.next(moment)).orElse(moment);
  }

  private Duration jitterOf(long seed) {
    long millis = jitter.toMillis();
    return millis == 0 ? Duration.ZERO : Duration.ofMillis(Math.floorMod(seed, millis + 1));
  }
}
