package dev.outreach.readmodel.write;

import java.util.UUID;

/**
 * What a person a job found turned out to be; each component is the column of that name.
 *
 * @param outcome new, refreshed, unchanged, suppressed, erased or unknown
 */
public record FindRecord(
    String jobId, UUID profileId, String workspaceId, long page, String outcome) {}
