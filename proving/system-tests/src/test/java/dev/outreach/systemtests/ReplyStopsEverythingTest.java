package dev.outreach.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A reply at a random moment of random lives, with the decisions of profile-processor and the steps
 * of the send ledger as they run in the product, records in flight between them in every order the
 * log allows, and two workers that may freeze, fail and come back. {@code -Dseed=…} repeats a run.
 */
class ReplyStopsEverythingTest {

  private static final long SEED = Long.getLong("seed", new Random().nextLong());
  private static final int LIVES = 100_000;

  @Test
  void shouldAttemptNoSendAfterTheReplysPlaceInTheLog() {
    Map<ReplyLife.Moment, Integer> moments = new EnumMap<>(ReplyLife.Moment.class);
    for (int i = 0; i < LIVES; i++) {
      moments.merge(live(SEED + i, ReplyLife.Flaw.NONE), 1, Integer::sum);
    }

    System.Logger log = System.getLogger(ReplyStopsEverythingTest.class.getName());
    log.log(System.Logger.Level.INFO, "seed {0}, the reply met {1}", Long.toString(SEED), moments);
    assertThat(moments).as("seed %d", SEED).containsOnlyKeys(ReplyLife.Moment.values());
  }

  /** Without the second look at the write mark, or without cancelling, the test finds a send. */
  @Test
  void shouldFindASendWhereAGuardIsMissing() {
    for (ReplyLife.Flaw flaw : ReplyLife.Flaw.values()) {
      if (flaw != ReplyLife.Flaw.NONE) {
        assertThat(isFound(flaw)).as("%s, seed %d", flaw, SEED).isTrue();
      }
    }
  }

  private static boolean isFound(ReplyLife.Flaw flaw) {
    for (int i = 0; i < LIVES; i++) {
      try {
        live(SEED + i, flaw);
      } catch (AssertionError _) {
        return true;
      }
    }
    return false;
  }

  private static ReplyLife.Moment live(long seed, ReplyLife.Flaw flaw) {
    try {
      return new ReplyLife(new SplittableRandom(seed), flaw).run();
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError("broken in the life of -Dseed=" + seed, broken);
    }
  }
}
