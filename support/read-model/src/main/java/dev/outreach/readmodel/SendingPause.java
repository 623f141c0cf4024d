package dev.outreach.readmodel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who has stopped all sending, and when. */
public record SendingPause(String pausedBy, Instant pausedAt, @Nullable String reason) {}
