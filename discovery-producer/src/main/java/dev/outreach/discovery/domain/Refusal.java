package dev.outreach.discovery.domain;

/**
 * Why a job cannot be done.
 *
 * @param code stable, for example UNKNOWN_PLATFORM
 * @param reason names the field, the problem and the fix
 */
public record Refusal(String code, String reason) {}
