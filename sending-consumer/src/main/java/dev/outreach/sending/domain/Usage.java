package dev.outreach.sending.domain;

import java.time.Duration;

/**
 * How much of a limit is used.
 *
 * @param used messages in the window that ends now
 * @param allowed most messages in it
 */
public record Usage(int used, int allowed, Duration within) {}
