package dev.outreach.benchmarks.fullpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimetableTest {

  private final Timetable timetable = new Timetable(100);

  @Test
  void shouldReviewOnlyWhoWasFoundTwoSecondsBefore() {
    int slot = timetable.slotOfReview(7);

    assertThat(timetable.person(slot)).isEqualTo(7);
    assertThat(timetable.isFound(slot)).isFalse();
    assertThat(timetable.due(slot) - timetable.due(timetable.slotOfFound(7)))
        .isBetween(2_000_000_000L, 2_020_000_000L);
  }

  @Test
  void shouldSayHowManyRecordsAreBehindAnySlot() {
    for (int slots = 0; slots < 1_000; slots++) {
      long published =
          IntStream.range(0, slots).filter(slot -> timetable.person(slot) >= 0).count();

      assertThat(timetable.published(slots)).as("%d slots", slots).isEqualTo(published);
    }
  }
}
