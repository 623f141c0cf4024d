package dev.outreach.readmodel;

/**
 * Counts and open stages of one platform, or of all together.
 *
 * @param platform linkedin, instagram, tiktok, facebook, unknown, or all
 * @param counts how many people stand where
 * @param unlocks which stages are open
 */
public record PlatformStatus(String platform, StageCounts counts, Unlocks unlocks) {}
