package dev.outreach.profile.domain;

import java.time.Instant;
import java.util.List;

/**
 * The platform's report that messages of ours were delivered or read.
 *
 * @param platformMessageIds the messages; none where only the time is told
 * @param upTo everything we sent up to then
 * @param at the platform's time of the report
 */
public record Receipt(Kind kind, List<String> platformMessageIds, Instant upTo, Instant at) {

  public Receipt {
    platformMessageIds = List.copyOf(platformMessageIds);
  }

  /** How far they came. */
  public enum Kind {
    DELIVERED,
    READ
  }
}
