package dev.outreach.readmodel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline at one instant; all figures come from one snapshot.
 *
 * @param total all platforms together
 * @param byPlatform the four platforms always, and unknown where anybody is on one
 * @param today what has happened since midnight, on all platforms
 * @param asOf the counts hold everything the log had at this time; null before that is known
 * @param followupBefore people last contacted before this are due; null before the first tick
 * @param eventsBehind events known to be in the log and not counted yet
 */
public record PipelineStatus(
    PlatformStatus total,
    List<PlatformStatus> byPlatform,
    TodayCounts today,
    @Nullable Instant asOf,
    @Nullable Instant followupBefore,
    long eventsBehind) {

  public PipelineStatus {
    byPlatform = List.copyOf(byPlatform);
  }
}
