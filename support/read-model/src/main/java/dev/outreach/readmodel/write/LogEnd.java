package dev.outreach.readmodel.write;

/**
 * Where the log of one partition ends.
 *
 * @param place which partition
 * @param endOffset one past the last record
 */
public record LogEnd(Place place, long endOffset) {}
