package dev.outreach.platforms.quota;

import java.time.Instant;

/**
 * An account, or one quota of it, that is left alone because the platform said so.
 *
 * @param reason for an operator
 */
public record Pause(Instant until, String reason) {}
