package dev.outreach.readmodel;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an engagement score came about, so that a screen can explain it. What is not known is null.
 *
 * @param score 0 to 100; null where there is too little to judge by
 * @param reason why there is no score
 * @param observedRate interactions per post and follower
 * @param sampleSize how many posts it was computed from
 * @param benchmarkSet which figures it was compared with
 * @param tier size of the audience by which it was compared
 * @param formulaVersion which formula
 * @param flags what to beware of
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record EngagementRow(
    @Nullable Double score,
    @Nullable String reason,
    @Nullable Double observedRate,
    @JsonProperty(required = true) int sampleSize,
    @Nullable String benchmarkSet,
    @Nullable String tier,
    @Nullable String formulaVersion,
    @JsonProperty(required = true) List<String> flags) {

  public EngagementRow {
    flags = List.copyOf(flags);
  }

  static @Nullable EngagementRow read(@Nullable String json) {
    return json == null ? null : Json.read(json, new TypeReference<>() {});
  }
}
