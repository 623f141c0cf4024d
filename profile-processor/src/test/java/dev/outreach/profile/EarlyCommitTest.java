package dev.outreach.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EarlyCommitTest {

  private static final long NOW = 1_795_000_000_000L;

  private final EarlyCommit early = new EarlyCommit();

  @Test
  void shouldEndTheTransactionWithAFreshRecord() {
    assertThat(early.isDue(NOW - 3, NOW)).isTrue();
    assertThat(early.isDue(NOW + 60_000, NOW + 40)).as("written by a clock that is ahead").isTrue();
  }

  @Test
  void shouldLeaveABacklogToTheInterval() {
    assertThat(LongStream.range(NOW, NOW + 1_000).filter(now -> early.isDue(now - 50, now)))
        .isEmpty();
  }

  @Test
  void shouldNotEndOneTransactionAfterTheOther() {
    assertThat(LongStream.range(NOW, NOW + 1_000).filter(now -> early.isDue(now, now))).hasSize(34);
  }

  @Test
  void shouldOweTheEndToARecordThatCameTooSoon() {
    assertThat(early.isOwed(NOW)).isFalse();
    assertThat(early.isDue(NOW, NOW)).isTrue();
    assertThat(early.isOwed(NOW + 100)).as("ended already").isFalse();

    assertThat(early.isDue(NOW + 101, NOW + 101)).isTrue();
    assertThat(early.isDue(NOW + 105, NOW + 105)).isFalse();
    assertThat(early.isOwed(NOW + 130)).as("too soon").isFalse();
    assertThat(early.isOwed(NOW + 131)).isTrue();
    assertThat(early.isOwed(NOW + 200)).as("once").isFalse();
  }

  @Test
  void shouldGoOnWhereTheClockIsSetBack() {
    assertThat(early.isDue(NOW, NOW)).isTrue();
    assertThat(early.isDue(NOW - 3_600_000, NOW - 3_600_000)).isTrue();
  }
}
