package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.faults.Fault.Kind;
import dev.outreach.benchmarks.faults.Fault.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Which faults strike, when and how: the same for the same seed. Of every five one is a freeze, one
 * a crash of the database and the rest mostly kills, so that even a short plan has every kind.
 */
final class FaultSchedule {

  private static final int LONGEST_DELAY_MILLIS = 1_200;
  private static final int SHORTEST_FREEZE_MILLIS = 5_000;
  private static final int FREEZE_SPREAD_MILLIS = 3_000;

  /** Longer than a lease: the frozen sender's messages are taken over before it wakes up. */
  private static final int LONG_FREEZE_MILLIS = 19_000;

  private static final int DATABASE_AWAY_MILLIS = 1_500;

  private FaultSchedule() {}

  static List<Fault> of(long seed, int faults) {
    RandomGenerator random = new SplittableRandom(seed);
    List<Fault> plan = new ArrayList<>();
    for (int number = 0; number < faults; number++) {
      plan.add(fault(number, random));
    }
    return List.copyOf(plan);
  }

  private static Fault fault(int number, RandomGenerator random) {
    Kind kind = kind(number, random);
    Target sender = random.nextBoolean() ? Target.FIRST_SENDER : Target.SECOND_SENDER;
    Duration delay = Duration.ofMillis(random.nextInt(LONGEST_DELAY_MILLIS));
    return new Fault(
        number, kind == Kind.CRASH ? Target.DATABASE : sender, kind, delay, length(kind, random));
  }

  private static Kind kind(int number, RandomGenerator random) {
    int draw = random.nextInt(10);
    return switch (number % 5) {
      case 0 -> Kind.FREEZE;
      case 1 -> Kind.CRASH;
      default -> draw < 8 ? Kind.KILL : Kind.FREEZE;
    };
  }

  private static Duration length(Kind kind, RandomGenerator random) {
    int spread = random.nextInt(FREEZE_SPREAD_MILLIS);
    boolean isLong = random.nextInt(4) == 0;
    return switch (kind) {
      case KILL -> Duration.ZERO;
      case FREEZE ->
          Duration.ofMillis((isLong ? LONG_FREEZE_MILLIS : SHORTEST_FREEZE_MILLIS) + spread);
      case CRASH -> Duration.ofMillis(random.nextInt(DATABASE_AWAY_MILLIS));
    };
  }
}
