package dev.outreach.benchmarks.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.benchmarks.quota.SlidingWindows.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlidingWindowsTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Rule TWO_AN_HOUR = new Rule(2, Duration.ofHours(1));

  @Test
  void shouldAllowWhatTheRuleAllows() {
    assertThat(SlidingWindows.violations(at(0, 0, 60, 60, 120), TWO_AN_HOUR)).isZero();
  }

  @Test
  void shouldCountEachArrivalThatCameTooEarly() {
    assertThat(SlidingWindows.violations(at(0, 59, 59, 60), TWO_AN_HOUR)).isEqualTo(2);
  }

  @Test
  void shouldNotDependOnTheOrder() {
    assertThat(SlidingWindows.violations(at(59, 0, 30), TWO_AN_HOUR)).isEqualTo(1);
  }

  @Test
  void shouldKnowTheMostThatFits() {
    List<Rule> rules = List.of(TWO_AN_HOUR, new Rule(5, Duration.ofDays(1)));

    assertThat(SlidingWindows.allowance(rules, START, START.plus(Duration.ofHours(2))))
        .isEqualTo(4);
    assertThat(SlidingWindows.allowance(rules, START, START.plus(Duration.ofDays(1)))).isEqualTo(5);
    assertThat(SlidingWindows.allowance(rules, START, START.plus(Duration.ofDays(7))))
        .isEqualTo(35);
  }

  private static List<Instant> at(int... minutes) {
    return IntStream.of(minutes).mapToObj(minute -> START.plusSeconds(60L * minute)).toList();
  }
}
