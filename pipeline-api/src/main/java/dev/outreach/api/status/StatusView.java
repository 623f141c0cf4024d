package dev.outreach.api.status;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.outreach.readmodel.PipelineStatus;
import dev.outreach.readmodel.PlatformStatus;
import dev.outreach.readmodel.StageCounts;
import dev.outreach.readmodel.TodayCounts;
import dev.outreach.readmodel.Unlock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The status as callers see it; its JSON is {@code PipelineStatus} of the contract. */
public record StatusView(
    @JsonUnwrapped StageCounts counts,
    String workspace,
    TodayCounts today,
    Unlocks unlocks,
    @Nullable Instant asOf,
    @Nullable Long lagMs,
    long eventsBehind,
    Map<String, StageCounts> byPlatform) {

  /** The five stages. */
  public record Unlocks(
      Stage discovery, Stage review, Stage drafting, Stage sending, Stage followup) {

    static Unlocks of(dev.outreach.readmodel.Unlocks unlocks) {
      return new Unlocks(
          Stage.of(unlocks.discovery()),
          Stage.of(unlocks.review()),
          Stage.of(unlocks.drafting()),
          Stage.of(unlocks.sending()),
          Stage.of(unlocks.followup()));
    }
  }

  /** Whether a stage is open, and why. */
  public record Stage(boolean unlocked, String reason) {

    static Stage of(Unlock unlock) {
      return new Stage(unlock.open(), unlock.reason());
    }
  }

  /** How a status looks at some time. */
  public static StatusView of(String workspace, PipelineStatus status, Instant now) {
    Map<String, StageCounts> byPlatform = new LinkedHashMap<>();
    for (PlatformStatus platform : status.byPlatform()) {
      byPlatform.put(platform.platform(), platform.counts());
    }
    Instant asOf = status.asOf();
    return new StatusView(
        status.total().counts(),
        workspace,
        status.today(),
        Unlocks.of(status.total().unlocks()),
        asOf,
        asOf == null ? null : Math.max(0, Duration.between(asOf, now).toMillis()),
        status.eventsBehind(),
        byPlatform);
  }
}
