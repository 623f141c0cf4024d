package dev.outreach.profile.domain;

import java.time.Instant;

/**
 * One message of the conversation.
 *
 * @param ours whether we wrote it
 * @param text the words; personal data
 * @param at when it was sent or received
 */
public record ThreadMessage(boolean ours, String text, Instant at) {}
