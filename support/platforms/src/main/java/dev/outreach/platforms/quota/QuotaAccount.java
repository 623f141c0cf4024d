package dev.outreach.platforms.quota;

import dev.outreach.platforms.Platform;

/**
 * An account of ours whose quotas are counted.
 *
 * @param id as the platform calls it
 */
public record QuotaAccount(Platform platform, String id) {}
