package dev.outreach.sandbox.people;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * An invented post.
 *
 * @param likes absent where the author hides the count
 */
public record Post(
    String id,
    String author,
    String caption,
    Instant at,
    OptionalLong likes,
    long comments,
    long shares,
    long views) {}
