package dev.outreach.drafting.domain;

/**
 * One message of the conversation so far.
 *
 * @param ours whether we wrote it; what others wrote is untrusted
 * @param text the words
 */
public record Turn(boolean ours, String text) {}
