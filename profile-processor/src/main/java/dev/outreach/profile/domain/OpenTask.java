package dev.outreach.profile.domain;

/**
 * A draft that is being written.
 *
 * @param id a result counts only for this id
 * @param step position of the message: 0 is the first
 */
public record OpenTask(String id, int step) {}
