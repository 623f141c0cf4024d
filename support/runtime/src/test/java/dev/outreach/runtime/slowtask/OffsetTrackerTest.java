package dev.outreach.runtime.slowtask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class OffsetTrackerTest {

  @Test
  void shouldStayBeforeTheOldestUnfinishedOffset() {
    OffsetTracker tracker = OffsetTracker.fresh();
    for (long offset = 10; offset < 15; offset++) {
      tracker.deliver(offset);
    }

    tracker.complete(11);
    tracker.complete(13);

    assertThat(tracker.position()).contains(new Position(10, bits(1, 3)));
    assertThat(tracker.window()).isEqualTo(5);
  }

  @Test
  void shouldMoveOverEverythingDoneInARow() {
    OffsetTracker tracker = OffsetTracker.fresh();
    tracker.deliver(10);
    tracker.deliver(11);
    tracker.complete(11);
    tracker.complete(10);

    assertThat(tracker.position()).contains(Position.at(12));
    assertThat(tracker.window()).isZero();
  }

  @Test
  void shouldTakeOffsetsTheLogNeverDeliversAsDone() {
    OffsetTracker tracker = OffsetTracker.fresh();
    tracker.deliver(3);
    tracker.deliver(7);
    tracker.complete(3);

    assertThat(tracker.position()).contains(Position.at(7));

    tracker.complete(7);
    tracker.reach(9);

    assertThat(tracker.position()).contains(Position.at(9));
  }

  @Test
  void shouldNotRepeatWhatAnEarlierOwnerHadDoneBeyondThePosition() {
    OffsetTracker tracker = OffsetTracker.resumedAt(new Position(10, bits(1, 2)));

    assertThat(tracker.deliver(10)).isTrue();
    assertThat(tracker.deliver(11)).isFalse();
    assertThat(tracker.position()).contains(new Position(10, bits(1, 2)));
    tracker.complete(10);
    assertThat(tracker.position()).contains(Position.at(13));
  }

  @Test
  void shouldKnowNoPositionBeforeTheFirstRecord() {
    assertThat(OffsetTracker.fresh().position()).isEmpty();
  }

  @Test
  void shouldRefuseToCompleteWhatNobodyWorksOn() {
    OffsetTracker tracker = OffsetTracker.fresh();
    tracker.deliver(1);

    assertThatThrownBy(() -> tracker.complete(2)).hasMessageContaining("offset 2");
  }

  @Test
  void shouldRefuseALogThatGoesBack() {
    OffsetTracker tracker = OffsetTracker.resumedAt(Position.at(100));

    assertThatThrownBy(() -> tracker.deliver(7)).hasMessageContaining("reset the offsets");
  }

  @Test
  void shouldNeverLoseOrRepeatAnOffsetWhateverTheOrderAndTheCrashes() {
    Seeds.check(
        2_000,
        random -> {
          TrackedLog log = new TrackedLog(random);
          for (int step = 0; step < 300; step++) {
            log.step();
          }
          log.finish();
        });
  }

  private static BitSet bits(int... set) {
    BitSet bits = new BitSet();
    for (int bit : set) {
      bits.set(bit);
    }
    return bits;
  }
}
