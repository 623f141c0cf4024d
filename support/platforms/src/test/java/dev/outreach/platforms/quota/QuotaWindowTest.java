package dev.outreach.platforms.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.platforms.SeededRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaWindowTest {

  private static final QuotaWindow MINUTE = new QuotaWindow.Rolling(Duration.ofMinutes(1));
  private static final QuotaWindow WEEK = new QuotaWindow.Distinct(Duration.ofDays(7));
  private static final QuotaWindow DAY = new QuotaWindow.UtcDay();

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T00:00:00Z, 2026-11-23T00:00:00Z",
    "2026-11-22T23:58:59Z, 2026-11-23T00:00:00Z",
    "2026-11-22T23:59:00Z, 2026-11-24T00:00:00Z",
    "2026-11-22T23:59:59.999Z, 2026-11-24T00:00:00Z"
  })
  void shouldCountTheLastMinuteOfADayForTheNextDayToo(Instant use, Instant end) {
    assertThat(DAY.end(DAY.slot(use))).isEqualTo(end);
  }

  @Test
  void shouldCountAUseForAWeekAndTheTimeItMayBeUnderWay() {
    Instant use = Instant.parse("2026-11-22T12:00:00Z");

    assertThat(WEEK.end(WEEK.slot(use))).isEqualTo("2026-11-29T12:01:00Z");
  }

  @Test
  void shouldNeverCountAUseForLessThanItsWindow() {
    var random = SeededRandom.create("QuotaWindowTest");
    for (QuotaWindow window : List.of(MINUTE, WEEK)) {
      Duration length = window.equals(MINUTE) ? Duration.ofMinutes(1) : Duration.ofDays(7);
      for (int i = 0; i < 1_000; i++) {
        Instant use = Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));

        assertThat(window.end(window.slot(use))).isAfterOrEqualTo(use.plus(length));
        assertThat(window.end(window.slot(use)))
            .isBeforeOrEqualTo(use.plus(length).plus(QuotaWindow.UNDER_WAY));
      }
    }
  }
}
