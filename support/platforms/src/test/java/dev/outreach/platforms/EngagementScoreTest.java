package dev.outreach.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outreach.platforms.Engagement.Flag;
import dev.outreach.platforms.Engagement.Reason;
import dev.outreach.platforms.Engagement.Scored;
import dev.outreach.platforms.Engagement.Unscored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EngagementScoreTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final EngagementScore score = new EngagementScore(BenchmarkSet.creators2026());

  @Test
  void shouldScoreAMicroAccountJustAboveTheBenchmark() {
    Scored scored = scored(Platform.INSTAGRAM, 25_000L, posts(12, 3, 420L, 18L, null));

    assertThat(scored.score()).isEqualTo(51.5);
    assertThat(scored.components().observedRate()).isCloseTo(1.752, within(0.0005));
    assertThat(scored.components().shrunkRate()).isCloseTo(1.719, within(0.0005));
    assertThat(scored.components().strength()).isCloseTo(51.5, within(0.05));
    assertThat(scored.components().freshness()).isEqualTo(1);
  }

  @Test
  void shouldFadeAStaleAccount() {
    Scored scored = scored(Platform.INSTAGRAM, 8_000L, posts(12, 150, 60L, 2L, null));

    assertThat(scored.score()).isEqualTo(11.9);
    assertThat(scored.components().observedRate()).isCloseTo(0.775, within(0.0005));
    assertThat(scored.components().shrunkRate()).isCloseTo(1.3938, within(0.0005));
    assertThat(scored.components().freshness()).isCloseTo(0.3969, within(0.0005));
  }

  @Test
  void shouldAssumeTheBenchmarkForAnEmptySampleOnlyWhereAllowed() {
    List<PostFigures> hidden = posts(1, 10, null, null, null);
    EngagementScore lenient =
        new EngagementScore(BenchmarkSet.creators2026(), EngagementScore.EmptySample.BENCHMARK);

    assertThat(score.of(Platform.INSTAGRAM, audience(25_000L, null), hidden, NOW))
        .isEqualTo(new Unscored(Reason.NO_USABLE_POSTS));
    assertThat(lenient.of(Platform.INSTAGRAM, audience(25_000L, null), hidden, NOW))
        .isInstanceOfSatisfying(Scored.class, scored -> assertThat(scored.score()).isEqualTo(50.0));
  }

  @Test
  void shouldCountSharesOnTikTok() {
    Scored scored = scored(Platform.TIKTOK, 1_500_000L, posts(10, 5, 52_000L, 800L, 1_500L));

    assertThat(scored.score()).isEqualTo(83.3);
    assertThat(scored.components().observedRate()).isCloseTo(3.62, within(0.0005));
    assertThat(scored.components().shrunkRate()).isCloseTo(2.7429, within(0.0005));
    assertThat(scored.flags()).containsExactly(Flag.SUSPICIOUS_ENGAGEMENT);
  }

  @Test
  void shouldLeaveOutHiddenLikesAndPostsTooYoungOrTooOld() {
    List<PostFigures> posts = new ArrayList<>(posts(3, 10, 100L, 0L, null));
    posts.addAll(posts(2, 1, 9_000L, 0L, null));
    posts.addAll(posts(2, 190, 9_000L, 0L, null));
    posts.addAll(posts(2, 10, null, 9_000L, null));

    assertThat(scored(Platform.INSTAGRAM, 10_000L, posts).components().posts()).isEqualTo(3);
    assertThat(scored(Platform.INSTAGRAM, 10_000L, posts).components().observedRate())
        .isEqualTo(1.0);
  }

  @Test
  void shouldGiveNoScoreInsteadOfZero() {
    List<PostFigures> posts = posts(12, 3, 420L, 18L, null);

    assertThat(score.of(Platform.INSTAGRAM, audience(null, null), posts, NOW))
        .isEqualTo(new Unscored(Reason.FOLLOWERS_UNKNOWN));
    assertThat(score.of(Platform.INSTAGRAM, audience(0L, null), posts, NOW))
        .isEqualTo(new Unscored(Reason.NO_FOLLOWERS));
    assertThat(score.of(Platform.INSTAGRAM, audience(25_000L, null), List.of(), NOW))
        .isEqualTo(new Unscored(Reason.NO_USABLE_POSTS));
  }

  @Test
  void shouldFlagFollowFarming() {
    Engagement engagement =
        score.of(Platform.INSTAGRAM, audience(500L, 5_001L), posts(5, 3, 10L, 1L, null), NOW);

    assertThat(((Scored) engagement).flags()).containsExactly(Flag.FOLLOW_FARMING);
  }

  @Test
  void shouldStayWithinBoundsAndRiseWithLikes() {
    RandomGenerator random = SeededRandom.create("EngagementScoreTest");
    for (int run = 0; run < 5_000; run++) {
      Platform platform = List.of(Platform.values()).get(random.nextInt(4));
      long followers = 1 + random.nextLong(5_000_000);
      int count = 1 + random.nextInt(20);
      long likes = random.nextLong(followers + 1);
      int days = 2 + random.nextInt(170);

      Scored fewer = scored(platform, followers, posts(count, days, likes, 3L, null));
      Scored more = scored(platform, followers, posts(count, days, likes * 2 + 1, 3L, null));

      assertThat(fewer.score()).isBetween(0.0, 100.0);
      assertThat(more.components().strength()).isGreaterThan(fewer.components().strength());
      assertThat(fewer.components().posts()).isEqualTo(Math.min(12, count));
    }
  }

  @Test
  void shouldRefuseABenchmarkSetWithHoles() {
    assertThatThrownBy(() -> new BenchmarkSet("half", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("rates of benchmark set half");
    assertThat(BenchmarkSet.brands2026().rate(Platform.TIKTOK, Engagement.Tier.MEGA))
        .isEqualTo(3.70);
  }

  private Scored scored(Platform platform, Long followers, List<PostFigures> posts) {
    return (Scored) score.of(platform, audience(followers, null), posts, NOW);
  }

  private static NormalisedProfile.Audience audience(
      @Nullable Long followers, @Nullable Long following) {
    return new NormalisedProfile.Audience(followers, following, null, null);
  }

  private static List<PostFigures> posts(
      int count,
      int daysAgo,
      @Nullable Long likes,
      @Nullable Long comments,
      @Nullable Long shares) {
    Instant at = NOW.minus(Duration.ofDays(daysAgo));
    return IntStream.range(0, count)
        .mapToObj(_ -> new PostFigures(at, likes, comments, shares))
        .toList();
  }
}
