package dev.outreach.platforms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The public figures of one post; null is unknown, such as a hidden like count. */
public record PostFigures(
    Instant at, @Nullable Long likes, @Nullable Long comments, @Nullable Long shares) {}
