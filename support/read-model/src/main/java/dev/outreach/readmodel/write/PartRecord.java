package dev.outreach.readmodel.write;

/**
 * What one part of a page brought; each component is the column of that name.
 *
 * @param refusedByReason JSON object
 * @param logOffset place of the event in its partition
 */
public record PartRecord(
    String jobId,
    long logOffset,
    String workspaceId,
    long page,
    long found,
    long duplicates,
    String refusedByReason) {}
