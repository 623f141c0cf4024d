package dev.outreach.readmodel.write;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of a person; each component is the column of that name.
 *
 * @param details JSON object
 */
public record TimelineRecord(
    UUID profileId,
    long version,
    String workspaceId,
    Instant occurredAt,
    String eventId,
    String event,
    String actorKind,
    String actor,
    @Nullable UUID messageId,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable String body,
    String details,
    @Nullable String causationId,
    String correlationId,
    String platform,
    int kafkaPartition) {}
