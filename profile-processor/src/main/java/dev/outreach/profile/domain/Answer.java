package dev.outreach.profile.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a command was answered with.
 *
 * @param commandId the command
 * @param version version of the profile after it
 * @param rejected why it was refused; null where it was accepted
 */
public record Answer(String commandId, long version, Decision.@Nullable Rejected rejected) {}
