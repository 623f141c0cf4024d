package dev.outreach.profile.domain;

import org.jspecify.annotations.Nullable;

/**
 * Result of one deterministic check of a draft.
 *
 * @param name which check
 * @param passed whether it found nothing
 * @param detail what it found, in words
 */
public record DraftCheck(String name, boolean passed, @Nullable String detail) {}
