package dev.outreach.readmodel.write;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as an event leaves it; each component is the column of that name.
 *
 * @param checks JSON array
 * @param version number of the person's event; an older one changes nothing
 * @param updatedAt when the event happened
 */
public record MessageRecord(
    UUID messageId,
    int kafkaPartition,
    UUID profileId,
    String workspaceId,
    String platform,
    int step,
    String messageType,
    String status,
    @Nullable String draftBody,
    @Nullable String sentBody,
    @Nullable String fingerprint,
    String account,
    String recipient,
    @Nullable String threadId,
    @Nullable String platformMessageId,
    @Nullable String route,
    @Nullable String drafter,
    @Nullable String model,
    @Nullable String promptVersion,
    @Nullable String language,
    String checks,
    boolean edited,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable Instant waitsUntil,
    @Nullable String link,
    @Nullable Instant draftedAt,
    @Nullable Instant approvedAt,
    @Nullable String approvedBy,
    @Nullable Instant sentAt,
    long version,
    Instant updatedAt) {}
