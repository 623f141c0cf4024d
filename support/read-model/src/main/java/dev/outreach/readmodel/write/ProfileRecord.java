package dev.outreach.readmodel.write;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as an event leaves them; each component is the column of that name. Statuses and
 * platform are words of the PostgreSQL types.
 *
 * @param engagement JSON or null
 * @param version number of the event; an older one changes nothing
 * @param updatedAt when the event happened
 */
public record ProfileRecord(
    UUID profileId,
    int kafkaPartition,
    String workspaceId,
    String platform,
    String username,
    @Nullable String externalId,
    @Nullable String fullName,
    @Nullable String bio,
    @Nullable String category,
    @Nullable String location,
    @Nullable String profileUrl,
    @Nullable String website,
    @Nullable Long followers,
    @Nullable Long following,
    @Nullable Long posts,
    @Nullable Double averageLikes,
    @Nullable Double averageComments,
    @Nullable Double engagementScore,
    @Nullable String engagementReason,
    @Nullable String engagement,
    @Nullable Boolean verified,
    @Nullable String language,
    @Nullable Instant lastPostAt,
    String source,
    Instant collectedAt,
    String discoveryStatus,
    String outreachStatus,
    int followUpsSent,
    int followUpsLeft,
    @Nullable Instant lastContactedAt,
    @Nullable Instant repliedAt,
    @Nullable Instant windowOpenUntil,
    boolean erased,
    long version,
    Instant updatedAt) {}
