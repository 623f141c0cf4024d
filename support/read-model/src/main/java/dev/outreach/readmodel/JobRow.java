package dev.outreach.readmodel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A discovery job as {@code social_discovery_jobs} shows it; each component is the column of that
 * name.
 *
 * @param status running, waiting, paused, completed, failed or cancelled
 * @param newPeople people nobody knew before, each once
 * @param knownPeople people known before this job, each once
 * @param refusedByReason refused rows or results by reason code
 */
public record JobRow(
    String jobId,
    String workspaceId,
    String platform,
    String source,
    List<String> categories,
    List<String> locations,
    List<String> keywords,
    int maxProfiles,
    String requestedBy,
    String status,
    long found,
    long newPeople,
    long knownPeople,
    long duplicates,
    long refused,
    Map<String, Long> refusedByReason,
    long pages,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable Instant waitsUntil,
    Instant startedAt,
    Instant updatedAt,
    @Nullable Instant finishedAt) {

  private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

  public JobRow {
    categories = List.copyOf(categories);
    locations = List.copyOf(locations);
    keywords = List.copyOf(keywords);
    refusedByReason = Map.copyOf(refusedByReason);
  }

  /** Whether nothing more will happen to it. */
  @JsonIgnore
  public boolean isOver() {
    return finishedAt != null;
  }

  static JobRow of(Row row) throws SQLException {
    return new JobRow(
        row.text("job_id"),
        row.text("workspace_id"),
        row.text("platform"),
        row.text("source"),
        row.texts("categories"),
        row.texts("locations"),
        row.texts("keywords"),
        row.integer("max_profiles"),
        row.text("requested_by"),
        row.text("status"),
        row.number("found"),
        row.number("new_people"),
        row.number("known_people"),
        row.number("duplicates"),
        row.number("refused"),
        Json.read(row.text("refused_by_reason"), COUNTS),
        row.number("pages"),
        row.optionalText("reason_code"),
        row.optionalText("reason"),
        row.optionalTime("waits_until"),
        row.time("started_at"),
        row.time("updated_at"),
        row.optionalTime("finished_at"));
  }
}
