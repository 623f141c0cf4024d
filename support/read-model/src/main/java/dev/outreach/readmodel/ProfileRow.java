package dev.outreach.readmodel;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as {@code social_profiles} shows them; each component is the column of that name. What
 * the platform does not tell is null, never zero.
 *
 * @param engagement the parts of the score, to explain it
 * @param followupReady whether a follow-up is due
 * @param version number of the last event applied, 1 for the first
 */
public record ProfileRow(
    UUID profileId,
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
    @Nullable EngagementRow engagement,
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
    boolean followupReady,
    boolean erased,
    long version,
    Instant discoveredAt,
    Instant updatedAt) {

  static ProfileRow of(Row row) throws SQLException {
    return new ProfileRow(
        row.id("profile_id"),
        row.text("workspace_id"),
        row.text("platform"),
        row.text("username"),
        row.optionalText("external_id"),
        row.optionalText("full_name"),
        row.optionalText("bio"),
        row.optionalText("category"),
        row.optionalText("location"),
        row.optionalText("profile_url"),
        row.optionalText("website"),
        row.optionalNumber("followers"),
        row.optionalNumber("following"),
        row.optionalNumber("posts"),
        row.optionalDecimal("average_likes"),
        row.optionalDecimal("average_comments"),
        row.optionalDecimal("engagement_score"),
        row.optionalText("engagement_reason"),
        EngagementRow.read(row.optionalText("engagement")),
        row.optionalFlag("verified"),
        row.optionalText("language"),
        row.optionalTime("last_post_at"),
        row.text("source"),
        row.time("collected_at"),
        row.text("discovery_status"),
        row.text("outreach_status"),
        row.integer("follow_ups_sent"),
        row.integer("follow_ups_left"),
        row.optionalTime("last_contacted_at"),
        row.optionalTime("replied_at"),
        row.optionalTime("window_open_until"),
        row.flag("followup_ready"),
        row.flag("erased"),
        row.number("version"),
        row.time("discovered_at"),
        row.time("updated_at"));
  }
}
