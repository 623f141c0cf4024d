package dev.outreach.readmodel;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What one deterministic check of a draft found.
 *
 * @param name which check
 * @param passed whether it found nothing
 * @param detail what it found, in words
 */
public record DraftCheckRow(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) boolean passed,
    @Nullable String detail) {}
