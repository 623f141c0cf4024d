package dev.outreach.readmodel.write;

/**
 * Moves one partition on.
 *
 * @param claim what we hold
 * @param nextOffset the new place in the log
 */
public record Advance(Claim claim, long nextOffset) {}
