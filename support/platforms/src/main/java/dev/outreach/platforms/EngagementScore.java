package dev.outreach.platforms;

import dev.outreach.platforms.Engagement.Components;
import dev.outreach.platforms.Engagement.Flag;
import dev.outreach.platforms.Engagement.Reason;
import dev.outreach.platforms.Engagement.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The engagement score, version {@value #FORMULA_VERSION}: interactions per follower and post, the
 * median of the newest posts, drawn towards the benchmark of the size class where posts are few,
 * then set in relation to it and faded with the age of the last post. Pure and thread-safe.
 */
public final class EngagementScore {

  static final String FORMULA_VERSION = "median-shrunk-1";

  private static final int SAMPLE = 12;
  private static final Duration TOO_YOUNG = Duration.ofDays(2);
  private static final Duration TOO_OLD = Duration.ofDays(180);
  private static final double SHRINKAGE = 4;
  private static final double FRESH_DAYS = 30;
  private static final double HALVING_DAYS = 90;
  private static final long FLAGGED_FROM_FOLLOWERS = 10_000;
  private static final double FOLLOW_FARMING_RATIO = 10;

  private final BenchmarkSet benchmarks;
  private final EmptySample emptySample;

  /** What to do where a person's last post is known but none can be counted. */
  public enum EmptySample {
    UNSCORED,
    /** Assume exactly the benchmark. */
    BENCHMARK
  }

  public EngagementScore(BenchmarkSet benchmarks) {
    this(benchmarks, EmptySample.UNSCORED);
  }

  public EngagementScore(BenchmarkSet benchmarks, EmptySample emptySample) {
    this.benchmarks = benchmarks;
    this.emptySample = emptySample;
  }

  /** Scores a profile by its posts as they stood at {@code now}. */
  public Engagement of(
      Platform platform,
      NormalisedProfile.Audience audience,
      List<PostFigures> posts,
      Instant now) {
    Long followers = audience.followers();
    if (followers == null) {
      return new Engagement.Unscored(Reason.FOLLOWERS_UNKNOWN);
    }
    if (followers <= 0) {
      return new Engagement.Unscored(Reason.NO_FOLLOWERS);
    }
    Optional<Instant> lastPost = posts.stream().map(PostFigures::at).max(Comparator.naturalOrder());
    List<Double> rates = sampleRates(posts, followers, now);
    if (lastPost.isEmpty() || (rates.isEmpty() && emptySample == EmptySample.UNSCORED)) {
      return new Engagement.Unscored(Reason.NO_USABLE_POSTS);
    }
    Tier tier = Tier.of(followers);
    Components components =
        components(rates, benchmarks.rate(platform, tier), tier, freshness(lastPost.get(), now));
    return new Engagement.Scored(
        Math.round(components.strength() * components.freshness() * 10) / 10.0,
        components,
        flags(followers, audience.following(), components));
  }

  /** Whether older posts could no longer change the score. */
  public boolean isFull(List<PostFigures> posts, Instant now) {
    boolean pastTheSample = posts.stream().anyMatch(post -> post.at().isBefore(now.minus(TOO_OLD)));
    return pastTheSample || sampleRates(posts, 1, now).size() >= SAMPLE;
  }

  /**
   * Percent of followers who reacted, for the newest posts old enough to judge and with a visible
   * like count.
   */
  private static List<Double> sampleRates(List<PostFigures> posts, long followers, Instant now) {
    return posts.stream()
        .filter(post -> post.likes() != null)
        .filter(
            post ->
                !post.at().isAfter(now.minus(TOO_YOUNG)) && !post.at().isBefore(now.minus(TOO_OLD)))
        .sorted(Comparator.comparing(PostFigures::at).reversed())
        .limit(SAMPLE)
        .map(post -> interactions(post) * 100.0 / followers)
        .sorted()
        .toList();
  }

  private Components components(
      List<Double> sortedRates, double benchmark, Tier tier, double freshness) {
    int posts = sortedRates.size();
    Double observed = sortedRates.isEmpty() ? null : median(sortedRates);
    double shrunk =
        observed == null
            ? benchmark
            : (posts * observed + SHRINKAGE * benchmark) / (posts + SHRINKAGE);
    double relative = shrunk / benchmark;
    return new Components(
        observed,
        posts,
        shrunk,
        benchmark,
        benchmarks.name(),
        tier,
        100 * relative / (1 + relative),
        freshness,
        FORMULA_VERSION);
  }

  private static Set<Flag> flags(long followers, @Nullable Long following, Components components) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    Double observed = components.observedRate();
    if (observed != null
        && followers >= FLAGGED_FROM_FOLLOWERS
        && (observed > 5 * components.benchmark() || observed < 0.1 * components.benchmark())) {
      flags.add(Flag.SUSPICIOUS_ENGAGEMENT);
    }
    if (following != null && following > FOLLOW_FARMING_RATIO * followers) {
      flags.add(Flag.FOLLOW_FARMING);
    }
    return flags;
  }

  private static double freshness(Instant lastPost, Instant now) {
    double days = Math.max(0, Duration.between(lastPost, now).toMinutes() / (24.0 * 60));
    return Math.pow(0.5, Math.max(0, days - FRESH_DAYS) / HALVING_DAYS);
  }

  private static long interactions(PostFigures post) {
    return known(post.likes()) + known(post.comments()) + known(post.shares());
  }

  private static long known(@Nullable Long count) {
    return count == null ? 0 : count;
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
