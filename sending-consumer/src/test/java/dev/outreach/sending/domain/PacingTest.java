package dev.outreach.sending.domain;

import static dev.outreach.sending.domain.Order.MessageKind.INITIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PacingTest {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  static LongStream seeds() {
    return Long.getLong("seed") == null
        ? LongStream.range(0, 200)
        : LongStream.of(Long.getLong("seed"));
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("seeds")
  void shouldNeverBreakARuleInAnyWindow(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Pacing pacing = pacing(random);

    List<Instant> sent = simulate(pacing, random);

    for (Cap cap : pacing.caps()) {
      assertThat(fullest(sent, cap.within())).isLessThanOrEqualTo(cap.most());
    }
    for (int i = 1; i < sent.size(); i++) {
      assertThat(Duration.between(sent.get(i - 1), sent.get(i)))
          .isGreaterThanOrEqualTo(pacing.gap());
    }
    pacing
        .hours()
        .ifPresent(open -> assertThat(sent).allMatch(moment -> open.next(moment).equals(moment)));
  }

  @Test
  void shouldNotCountAsUsedWhatOnlyHasItsTurnLater() {
    Cap cap = new Cap(2, Duration.ofDays(1));
    Pacing pacing = Pacing.capped(cap);
    List<Taken> usedAndPromised =
        List.of(
            new Taken(START, INITIAL),
            new Taken(START, INITIAL),
            new Taken(START.plus(Duration.ofDays(1)), INITIAL),
            new Taken(START.plus(Duration.ofDays(1)), INITIAL));

    assertThat(pacing.usage(cap, usedAndPromised, asked(START, 0)))
        .isEqualTo(new Usage(2, 2, cap.within()));
    assertThat(pacing.nextSlot(usedAndPromised, asked(START, 0)))
        .isInstanceOfSatisfying(
            Pacing.Slot.Later.class,
            later -> {
              assertThat(later.at()).isEqualTo(START.plus(Duration.ofDays(2)));
              assertThat(later.usage()).contains(new Usage(2, 2, cap.within()));
            });
  }

  @Test
  void shouldUseTheWholeAllowance() {
    Pacing pacing = Pacing.capped(new Cap(20, Duration.ofDays(1)));
    List<Instant> sent = new ArrayList<>();
    Instant now = START;
    while (now.isBefore(START.plus(Duration.ofDays(7)))) {
      now = earliest(pacing.nextSlot(latest(sent, Instant.MIN), asked(now, 0)), now);
      sent.add(now);
    }

    assertThat(sent).hasSize(7 * 20 + 1);
  }

  @Test
  void shouldNameTheRuleThatHoldsAMessageBack() {
    Pacing pacing =
        new Pacing(
            List.of(new Cap(1, Duration.ofHours(24))),
            Duration.ofSeconds(60),
            Duration.ZERO,
            Optional.of(hours("08:00", "20:00", Set.of())));

    assertThat(later(pacing, List.of(START)).reason().code()).isEqualTo("LIMIT");
    assertThat(later(pacing, List.of(START)).at()).isEqualTo(START.plus(Duration.ofHours(24)));
  }

  @Test
  void shouldWaitUntilTheHoursOpenOnADayThatIsNotClosed() {
    OpenHours hours = hours("08:00", "20:00", Set.of(LocalDate.parse("2026-11-23")));

    assertThat(hours.next(Instant.parse("2026-11-22T21:00:00Z")))
        .isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
  }

  @Test
  void shouldOpenAfterTheHourThatTheClocksSkip() {
    OpenHours hours = hours("02:30", "20:00", Set.of());

    assertThat(hours.next(Instant.parse("2026-03-29T00:10:00Z")))
        .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
  }

  private static Pacing pacing(RandomGenerator random) {
    List<Cap> caps = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      caps.add(new Cap(random.nextInt(1, 12), Duration.ofSeconds(random.nextLong(1, 20_000))));
    }
    Optional<OpenHours> hours =
        random.nextBoolean()
            ? Optional.of(hours("08:00", "20:00", Set.of(LocalDate.parse("2026-11-23"))))
            : Optional.empty();
    return new Pacing(
        caps,
        Duration.ofSeconds(random.nextLong(0, 90)),
        Duration.ofSeconds(random.nextLong(0, 90)),
        hours);
  }

  /** Messages come at random and leave as soon as they may, sometimes a while later. */
  private static List<Instant> simulate(Pacing pacing, RandomGenerator random) {
    List<Instant> sent = new ArrayList<>();
    Instant now = START;
    for (int i = 0; i < 150; i++) {
      now = now.plusMillis(random.nextLong(0, 5_000));
      now =
          earliest(
              pacing.nextSlot(
                  latest(sent, now.minus(pacing.span())), asked(now, random.nextLong())),
              now);
      sent.add(now);
    }
    return sent;
  }

  private static List<Taken> latest(List<Instant> sent, Instant since) {
    return sent.stream().filter(since::isBefore).map(at -> new Taken(at, INITIAL)).toList();
  }

  private static Asked asked(Instant now, long seed) {
    return new Asked(now, INITIAL, Duration.ZERO, Optional.empty(), seed);
  }

  private static Instant earliest(Pacing.Slot slot, Instant now) {
    return switch (slot) {
      case Pacing.Slot.Free() -> now;
      case Pacing.Slot.Later(var at, _, _) -> at;
    };
  }

  private static int fullest(List<Instant> sent, Duration window) {
    int fullest = 0;
    for (Instant end : sent) {
      Instant begin = end.minus(window);
      long inside = sent.stream().filter(at -> at.isAfter(begin) && !at.isAfter(end)).count();
      fullest = Math.max(fullest, Math.toIntExact(inside));
    }
    return fullest;
  }

  private static Pacing.Slot.Later later(Pacing pacing, List<Instant> taken) {
    return (Pacing.Slot.Later) pacing.nextSlot(latest(taken, Instant.MIN), asked(START, 0));
  }

  private static OpenHours hours(String from, String until, Set<LocalDate> closedOn) {
    return new OpenHours(
        LocalTime.parse(from), LocalTime.parse(until), ZoneId.of("Europe/Berlin"), closedOn);
  }
}
