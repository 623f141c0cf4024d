package dev.outreach.readmodel.write;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft for comparison; each component is the column of that name.
 *
 * @param checks JSON array
 * @param logOffset place of the draft in its partition; an older one changes nothing
 */
public record ReplayRecord(
    String replayId,
    String draftId,
    String workspaceId,
    UUID profileId,
    UUID messageId,
    String messageType,
    int step,
    boolean written,
    @Nullable String body,
    @Nullable String language,
    @Nullable String drafter,
    @Nullable String model,
    @Nullable String promptVersion,
    String checks,
    long inputTokens,
    long outputTokens,
    long costMicros,
    @Nullable String reasonCode,
    @Nullable String reason,
    Instant occurredAt,
    long logOffset) {}
