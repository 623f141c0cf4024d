package dev.outreach.profile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in the conversation as the platform reports it.
 *
 * @param platformMessageId the platform's id; the same id is the same message
 * @param text the words; personal data
 * @param threadId the platform's id of the conversation
 * @param address the person's messaging address; personal data
 * @param receivedAt the platform's time
 * @param windowOpenUntil until when the platform lets us answer
 */
public record Inbound(
    String platformMessageId,
    @Nullable String text,
    @Nullable String threadId,
    @Nullable String address,
    Instant receivedAt,
    @Nullable Instant windowOpenUntil) {}
