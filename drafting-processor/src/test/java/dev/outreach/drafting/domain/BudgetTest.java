package dev.outreach.drafting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T23:59:00Z"));
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

  @Test
  void shouldKeepBackWhatRunningCallsMayCost() {
    Budget budget = new Budget(new BudgetLimits(1_000, 100, 400), clock);

    assertThat(budget.admit()).isEmpty();
    assertThat(budget.admit()).isEmpty();
    assertThat(budget.admit()).isPresent();
    budget.settle(100);
    assertThat(budget.admit()).isEmpty();
    assertThat(budget.spentMicros()).isEqualTo(100);
  }

  @Test
  void shouldNeverSpendMoreThanTheLimit() {
    Budget budget = new Budget(new BudgetLimits(10_000, 1_000, 300), clock);
    long spent = 0;
    while (budget.admit().isEmpty()) {
      budget.settle(300);
      spent += 300;
    }

    assertThat(spent).isBetween(9_700L, 10_000L);
  }

  @Test
  void shouldBeginAnewTheNextDay() {
    Budget budget = new Budget(new BudgetLimits(1_000, 1, 10), clock);
    assertThat(budget.admit()).isEmpty();
    budget.settle(10);
    assertThat(budget.admit()).isPresent();

    now.updateAndGet(time -> time.plus(Duration.ofMinutes(2)));

    assertThat(budget.admit()).isEmpty();
  }
}
