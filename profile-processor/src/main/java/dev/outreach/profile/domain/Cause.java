package dev.outreach.profile.domain;

/**
 * Why something is as it is.
 *
 * @param code stable, for programs
 * @param reason in words, for people
 */
public record Cause(String code, String reason) {}
