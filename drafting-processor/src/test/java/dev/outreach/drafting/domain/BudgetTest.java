package dev.outreach.drafting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T23:59:00Z"));
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

  @Test
  void shouldWaitForWhatRunningCallsMayCost() throws InterruptedException {
    Budget budget = new Budget(new BudgetLimits(1_000, 100, 400), clock);
    assertThat(budget.admit()).isEmpty();
    assertThat(budget.admit()).isEmpty();
    AtomicReference<Optional<String>> third = new AtomicReference<>();

    Thread waiting =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    third.set(budget.admit());
                  } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                });
    while (waiting.isAlive() && waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    budget.settle(100);
    waiting.join();

    assertThat(third.get()).isEmpty();
    assertThat(budget.spentMicros()).isEqualTo(100);
  }

  @Test
  void shouldDraftForEverybodyWhileTheMoneyLasts() throws InterruptedException {
    Budget budget = new Budget(new BudgetLimits(5_000_000, 20_000, 36_540), clock);
    CountDownLatch asAtOnceAsMayBe = new CountDownLatch(136);
    Callable<Boolean> draft =
        () -> {
          boolean isAdmitted = budget.admit().isEmpty();
          if (isAdmitted) {
            asAtOnceAsMayBe.countDown();
            asAtOnceAsMayBe.await();
            budget.settle(3_000);
          }
          return isAdmitted;
        };
    try (ExecutorService drafts = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(drafts.invokeAll(Collections.nCopies(500, draft)))
          .allSatisfy(done -> assertThat(done.get()).isTrue());
    }
  }

  @Test
  void shouldSayThatADayIsTooLittleForOneDraft() throws InterruptedException {
    Budget budget = new Budget(new BudgetLimits(30_000, 100, 36_540), clock);

    assertThat(budget.admit()).hasValueSatisfying(why -> assertThat(why).contains("allow more"));
  }

  @Test
  void shouldNeverSpendMoreThanTheLimit() throws InterruptedException {
    Budget budget = new Budget(new BudgetLimits(10_000, 1_000, 300), clock);
    long spent = 0;
    while (budget.admit().isEmpty()) {
      budget.settle(300);
      spent += 300;
    }

    assertThat(spent).isBetween(9_700L, 10_000L);
  }

  @Test
  void shouldBeginAnewTheNextDay() throws InterruptedException {
    Budget budget = new Budget(new BudgetLimits(1_000, 1, 10), clock);
    assertThat(budget.admit()).isEmpty();
    budget.settle(10);
    assertThat(budget.admit()).isPresent();

    now.updateAndGet(time -> time.plus(Duration.ofMinutes(2)));

    assertThat(budget.admit()).isEmpty();
  }
}
