package dev.outreach.profile.domain;

/**
 * Where a message goes and by which account of ours.
 *
 * @param recipient the messaging address, or the handle while there is none; personal data
 */
public record Destination(Platform platform, String account, String recipient) {}
