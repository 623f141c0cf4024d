package dev.outreach.platforms;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How well a person's followers respond, compared with others of that size on that platform. */
public sealed interface Engagement {

  /**
   * A score.
   *
   * @param score 0 to 100, one decimal; 50 is exactly the benchmark
   */
  record Scored(double score, Components components, Set<Flag> flags) implements Engagement {

    public Scored {
      flags = Set.copyOf(flags);
    }
  }

  /** No score can be given. */
  record Unscored(Reason reason) implements Engagement {}

  /** Why there is no score. */
  enum Reason {
    FOLLOWERS_UNKNOWN,
    NO_FOLLOWERS,
    NO_USABLE_POSTS,
    NOT_OFFERED_BY_PLATFORM
  }

  /** Figures that deserve a second look. */
  enum Flag {
    SUSPICIOUS_ENGAGEMENT,
    FOLLOW_FARMING
  }

  /** Size classes by followers. */
  enum Tier {
    NANO,
    MICRO,
    MACRO,
    MEGA;

    public static Tier of(long followers) {
      if (followers < 10_000) {
        return NANO;
      }
      if (followers < 100_000) {
        return MICRO;
      }
      return followers < 1_000_000 ? MACRO : MEGA;
    }
  }

  /**
   * What the score was made of, so that it can be explained and recomputed. Rates are percent of
   * followers per post.
   *
   * @param observedRate median over the sample; null for an empty sample
   * @param posts size of the sample
   * @param shrunkRate observed rate drawn towards the benchmark, the more the smaller the sample
   * @param strength 0 to 100 before freshness
   * @param freshness 1 for a post within 30 days, halving every 90 days after that
   */
  record Components(
      @Nullable Double observedRate,
      int posts,
      double shrunkRate,
      double benchmark,
      String benchmarkSet,
      Tier tier,
      double strength,
      double freshness,
      String formulaVersion) {}
}
