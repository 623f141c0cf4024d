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
 * @param ramp how a new account grows into the caps; empty where it has them at once
 */
public record Pacing(
    List<Cap> caps,
    Duration gap,
    Duration jitter,
    Optional<OpenHours> hours,
    Optional<RampUp> ramp) {

  /** Codes of the reasons for which the rules of pacing let a message wait. */
  public static final Set<String> CODES =
      Set.of("LIMIT", "MINIMUM_GAP", "QUIET_HOURS", "PERSON_LIMIT");

  /** No restriction at all. */
  public static final Pacing FREE =
      new Pacing(List.of(), Duration.ZERO, Duration.ZERO, Optional.empty());

  private static final Reason OUTSIDE_HOURS =
      new Reason("QUIET_HOURS", "Outside the hours in which messages may leave.");
  private static final Reason TOO_CLOSE =
      new Reason("MINIMUM_GAP", "Messages of this account leave some time apart.");

  public Pacing {
    caps = List.copyOf(caps);
    if (gap.isNegative() || jitter.isNegative()) {
      throw new IllegalArgumentException("gap and jitter must not be negative: use 0s for none");
    }
  }

  /** Without a ramp. */
  public Pacing(List<Cap> caps, Duration gap, Duration jitter, Optional<OpenHours> hours) {
    this(caps, gap, jitter, hours, Optional.empty());
  }

  /** Only caps. */
  public static Pacing capped(Cap... caps) {
    return new Pacing(List.of(caps), Duration.ZERO, Duration.ZERO, Optional.empty());
  }

  /** The same with other hours. */
  public Pacing within(Optional<OpenHours> open) {
    return new Pacing(caps, gap, jitter, open, ramp);
  }

  /** How far back {@link #nextSlot} needs to see; zero where it needs not look at all. */
  public Duration span() {
    Duration spacing = gap.plus(jitter);
    return caps.stream()
        .map(Cap::within)
        .reduce(spacing, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }

  /** Whether a message may leave now, and otherwise when and why not yet. */
  public sealed interface Slot {

    /** It may. */
    record Free() implements Slot {}

    /**
     * Not before {@code at}.
     *
     * @param usage how much of the limit is used; empty where no limit is the reason
     */
    record Later(Instant at, Reason reason, Optional<Usage> usage) implements Slot {}
  }

  /**
   * The earliest moment at which one more message breaks no rule.
   *
   * @param taken what reached the platform within the {@link #span}, oldest first; messages that
   *     may still be under way count as {@code now}
   */
  public Slot nextSlot(List<Taken> taken, Asked asked) {
    Instant now = asked.now();
    Slot.Later latest = new Slot.Later(now, OUTSIDE_HOURS, Optional.empty());
    for (Cap cap : caps) {
      if (cap.counts(asked.kind())) {
        latest = later(latest, byCap(cap, taken, asked));
      }
    }
    latest = later(latest, bySpacing(taken, asked));
    Instant earliest = latest.at();
    Instant open = hours.map(rule -> rule.next(earliest, asked.zone())).orElse(earliest);
    if (open.isAfter(earliest)) {
      return new Slot.Later(open, OUTSIDE_HOURS, Optional.empty());
    }
    return earliest.isAfter(now) ? latest : new Slot.Free();
  }

  /** How much of a cap is used at a moment; what has only a turn after it is not used yet. */
  public Usage usage(Cap cap, List<Taken> taken, Asked asked) {
    Instant begin = asked.now().minus(cap.within());
    long used =
        counted(cap, taken).stream()
            .map(Taken::at)
            .filter(at -> at.isAfter(begin) && !at.isAfter(asked.now()))
            .count();
    return new Usage(Math.toIntExact(used), allowed(cap, asked.accountAge()), cap.within());
  }

  /** What a cap allows at an age of the account. */
  public int allowed(Cap cap, Duration accountAge) {
    return ramp.map(rule -> rule.allowed(cap.most(), accountAge)).orElse(cap.most());
  }

  private Slot.Later byCap(Cap cap, List<Taken> taken, Asked asked) {
    List<Taken> counted = counted(cap, taken);
    int allowed = allowed(cap, asked.accountAge());
    int over = counted.size() - allowed;
    Instant free = over < 0 ? asked.now() : counted.get(over).at().plus(cap.within());
    Reason reason = new Reason("LIMIT", "The limit of " + cap.text(allowed) + " is used up.");
    return new Slot.Later(free, reason, Optional.of(usage(cap, taken, asked)));
  }

  private Slot.Later bySpacing(List<Taken> taken, Asked asked) {
    boolean isSpaced = gap.isPositive() || jitter.isPositive();
    Instant free =
        taken.isEmpty() || !isSpaced
            ? asked.now()
            : taken.getLast().at().plus(gap).plus(jitterOf(asked.seed()));
    return new Slot.Later(free, TOO_CLOSE, Optional.empty());
  }

  private static Slot.Later later(Slot.Later one, Slot.Later other) {
    return other.at().isAfter(one.at()) ? other : one;
  }

  private static List<Taken> counted(Cap cap, List<Taken> taken) {
    return taken.stream().filter(one -> cap.counts(one.kind())).toList();
  }

  private Duration jitterOf(long seed) {
    long millis = jitter.toMillis();
    return millis == 0 ? Duration.ZERO : Duration.ofMillis(Math.floorMod(seed, millis + 1));
  }
}
