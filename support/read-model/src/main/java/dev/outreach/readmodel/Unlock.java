package dev.outreach.readmodel;

/**
 * Whether a stage is open, and why.
 *
 * @param open whether its work may be asked for
 * @param reason a sentence for a person
 */
public record Unlock(boolean open, String reason) {}
