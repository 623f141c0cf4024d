package dev.outreach.readmodel;

/**
 * One count beside its recount, over all workspaces and platforms.
 *
 * @param key which count, for example {@code drafted}
 * @param counted what the counts say
 * @param recounted what counting the rows says
 */
public record CountLine(String key, long counted, long recounted) {}
