package dev.outreach.profile.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the engagement score came about; a signal that is missing is null, never zero.
 *
 * @param score 0 to 100
 * @param reason why there is no score
 * @param observedRate interactions by followers, in percent
 * @param sampleSize number of posts the rate rests on
 * @param benchmarkSet what the rate was compared with
 * @param tier follower tier
 * @param formulaVersion version of the formula
 * @param flags oddities
 */
public record Engagement(
    @Nullable Double score,
    @Nullable String reason,
    @Nullable Double observedRate,
    int sampleSize,
    @Nullable String benchmarkSet,
    @Nullable String tier,
    @Nullable String formulaVersion,
    List<String> flags) {

  public Engagement {
    flags = List.copyOf(flags);
  }
}
