package dev.outreach.platforms;

import dev.outreach.platforms.Engagement.Tier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What engagement is usual, in percent of followers per post.
 *
 * @param name stored beside every score
 */
public record BenchmarkSet(String name, Map<Platform, Map<Tier, Double>> rates) {

  public BenchmarkSet {
    rates = Map.copyOf(rates);
    for (Platform platform : Platform.values()) {
      for (Tier tier : Tier.values()) {
        requirePositive(name, platform, tier, rates.getOrDefault(platform, Map.of()).get(tier));
      }
    }
  }

  /**
   * Creators, 2026. Anchors from new-rebellion.com/benchmarks/social-media-engagement-rate
   * (Instagram nano and mega); tiers between by geometric interpolation, other platforms scaled by
   * the ratio of their published bands.
   */
  public static BenchmarkSet creators2026() {
    return new BenchmarkSet(
        "bm-2026a",
        Map.of(
            Platform.INSTAGRAM, tiers(3.25, 1.62, 0.80, 0.40),
            Platform.LINKEDIN, tiers(3.47, 1.73, 0.86, 0.43),
            Platform.FACEBOOK, tiers(1.42, 0.71, 0.35, 0.17),
            Platform.TIKTOK, tiers(4.49, 2.23, 1.11, 0.55)));
  }

  /**
   * Brand pages: the all-account averages of 2025 by Socialinsider, quoted at
   * shortsintel.com/statistics/social-media-engagement-benchmarks. They were published without
   * sizes, so every tier is the same.
   */
  public static BenchmarkSet brands2026() {
    return new BenchmarkSet(
        "bm-2026-brand",
        Map.of(
            Platform.INSTAGRAM, tiers(0.48, 0.48, 0.48, 0.48),
            Platform.LINKEDIN, tiers(3.85, 3.85, 3.85, 3.85),
            Platform.FACEBOOK, tiers(0.15, 0.15, 0.15, 0.15),
            Platform.TIKTOK, tiers(3.70, 3.70, 3.70, 3.70)));
  }

  /** Percent of followers who usually react to a post. */
  public double rate(Platform platform, Tier tier) {
    Double rate = rates.getOrDefault(platform, Map.of()).get(tier);
    if (rate == null) {
      throw new IllegalStateException("checked on construction");
    }
    return rate;
  }

  private static void requirePositive(
      String name, Platform platform, Tier tier, @Nullable Double rate) {
    if (rate == null || !(rate > 0)) {
      throw new IllegalArgumentException(
          "rates of benchmark set %s lack %s %s; give a percentage above 0"
              .formatted(name, platform, tier));
    }
  }

  private static Map<Tier, Double> tiers(double nano, double micro, double macro, double mega) {
    return Map.of(Tier.NANO, nano, Tier.MICRO, micro, Tier.MACRO, macro, Tier.MEGA, mega);
  }
}
