package dev.outreach.readmodel;

import java.util.List;
import java.util.UUID;

/**
 * A count that is not what a recount gives.
 *
 * @param workspaceId whose count
 * @param platform on which platform
 * @param kafkaPartition the part of the log the people of this count come from
 * @param key which count, for example {@code drafted}
 * @param counted what the counts say
 * @param recounted what counting the rows says
 * @param people up to 20 of the people the recount found, the last changed first
 */
public record CountDifference(
    String workspaceId,
    String platform,
    int kafkaPartition,
    String key,
    long counted,
    long recounted,
    List<UUID> people) {

  public CountDifference {
    people = List.copyOf(people);
  }
}
