package dev.outreach.platforms;

import java.time.Instant;

/** A renewed token and when it ends. */
public record FreshToken(Secret token, Instant expiresAt) {}
