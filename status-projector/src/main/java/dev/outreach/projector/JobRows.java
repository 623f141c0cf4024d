package dev.outreach.projector;

import dev.outreach.readmodel.write.FindRecord;
import dev.outreach.readmodel.write.JobRecord;
import dev.outreach.readmodel.write.PartRecord;
import dev.outreach.schemas.DiscoveryProgress;
import dev.outreach.schemas.DiscoveryResult;
import dev.outreach.schemas.JobCancelled;
import dev.outreach.schemas.JobCompleted;
import dev.outreach.schemas.JobFailed;
import dev.outreach.schemas.JobPageDone;
import dev.outreach.schemas.JobPaused;
import dev.outreach.schemas.JobResumed;
import dev.outreach.schemas.JobStarted;
import dev.outreach.schemas.JobWaiting;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what became of a discovery job. */
final class JobRows {

  private JobRows() {}

  /**
   * The row.
   *
   * @param offset place of the event in its partition
   * @throws IllegalArgumentException where a field has a value no row can hold
   */
  static JobRecord of(DiscoveryProgress progress, long offset) {
    Stage stage = stage(progress.getStep());
    Instant happened = Valid.time("occurredAt", progress.getOccurredAt());
    return new JobRecord(
        Valid.key("jobId", progress.getJobId()),
        Valid.key("workspaceId", progress.getWorkspaceId()),
        progress.getPlatform(),
        progress.getSource(),
        Json.of(progress.getCategories()),
        Json.of(progress.getLocations()),
        Json.of(progress.getKeywords()),
        progress.getMaxProfiles(),
        progress.getRequestedBy(),
        stage.status(),
        progress.getFound(),
        progress.getDuplicates(),
        progress.getRefused(),
        Json.of(progress.getRefusedByReason()),
        progress.getPages(),
        stage.reasonCode(),
        stage.reason(),
        stage.until(),
        happened,
        stage.isOver() ? happened : null,
        offset);
  }

  /**
   * What a part of a page brought; empty for steps that bring nothing.
   *
   * @param offset place of the event in its partition
   */
  static Optional<PartRecord> part(DiscoveryProgress progress, long offset) {
    if (!(progress.getStep() instanceof JobPageDone done)) {
      return Optional.empty();
    }
    return Optional.of(
        new PartRecord(
            Valid.key("jobId", progress.getJobId()),
            offset,
            Valid.key("workspaceId", progress.getWorkspaceId()),
            done.getPage(),
            done.getFound(),
            done.getDuplicates(),
            Json.of(done.getRefusedByReason())));
  }

  /** What a person found turned out to be. */
  static FindRecord find(DiscoveryResult result) {
    return new FindRecord(
        Valid.key("jobId", result.getJobId()),
        Valid.id("profileId", result.getProfileId()),
        Valid.key("workspaceId", result.getWorkspaceId()),
        result.getPage(),
        Word.of(result.getOutcome()));
  }

  /** A step a later version knows leaves the job running: its figures count all the same. */
  private static Stage stage(Object step) {
    return switch (step) {
      case JobStarted started -> Stage.running(started.getNote().orElse(null));
      case JobPageDone _ -> Stage.running(null);
      case JobWaiting waiting ->
          new Stage(
              "waiting",
              waiting.getReasonCode(),
              waiting.getReason(),
              waiting.getUntil().map(until -> Valid.time("until", until)).orElse(null));
      case JobPaused paused -> new Stage("paused", null, paused.getReason().orElse(null), null);
      case JobResumed _ -> Stage.running(null);
      case JobCompleted completed ->
          new Stage("completed", null, completed.getNote().orElse(null), null);
      case JobFailed failed -> new Stage("failed", failed.getCode(), failed.getReason(), null);
      case JobCancelled cancelled ->
          new Stage("cancelled", null, cancelled.getReason().orElse(null), null);
      default -> Stage.running(null);
    };
  }

  private record Stage(
      String status,
      @Nullable String reasonCode,
      @Nullable String reason,
      @Nullable Instant until) {

    static Stage running(@Nullable String note) {
      return new Stage("running", null, note, null);
    }

    boolean isOver() {
      return switch (status) {
        case "running", "waiting", "paused" -> false;
        default -> true;
      };
    }
  }
}
