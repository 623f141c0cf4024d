package dev.outreach.readmodel.write;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A discovery job as an event leaves it; each component is the column of that name.
 *
 * @param categories JSON array, as locations and keywords are
 * @param refusedByReason JSON object
 * @param logOffset place of the event in its partition; an older one changes nothing
 */
public record JobRecord(
    String jobId,
    String workspaceId,
    String platform,
    String source,
    String categories,
    String locations,
    String keywords,
    int maxProfiles,
    String requestedBy,
    String status,
    long found,
    long duplicates,
    long refused,
    String refusedByReason,
    long pages,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable Instant waitsUntil,
    Instant updatedAt,
    @Nullable Instant finishedAt,
    long logOffset) {}
