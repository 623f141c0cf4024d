package dev.outreach.readmodel;

import java.time.Instant;

/**
 * Somebody to whom nothing is sent any more.
 *
 * @param kind person, handle or domain
 * @param value profile id; platform:username; host
 */
public record SuppressionRow(
    String kind, String value, String reasonCode, String reason, Instant since) {}
