package dev.outreach.readmodel;

import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has happened since midnight in the workspace's zone, each a COUNT of {@code
 * social_timeline}. For all workspaces together it is the sum of what happened since the midnight
 * of each.
 *
 * @param day which day it is there; null before the projector's first tick
 * @param zone where that day begins
 * @param discovered people found
 * @param reviewed decisions of reviewers
 * @param qualified people qualified
 * @param rejected people rejected
 * @param drafted drafts written
 * @param queued messages approved
 * @param sent messages sent
 * @param replied replies
 * @param failed messages that could not be sent
 * @param unconfirmed messages of which nobody knows whether they were sent
 * @param optedOut people who want no more messages
 */
public record TodayCounts(
    @Nullable LocalDate day,
    String zone,
    long discovered,
    long reviewed,
    long qualified,
    long rejected,
    long drafted,
    long queued,
    long sent,
    long replied,
    long failed,
    long unconfirmed,
    long optedOut) {

  static TodayCounts of(Row row) throws SQLException {
    return new TodayCounts(
        row.optionalDay("today"),
        row.text("zone"),
        row.number("discovered_today"),
        row.number("reviewed_today"),
        row.number("qualified_today"),
        row.number("rejected_today"),
        row.number("drafted_today"),
        row.number("queued_today"),
        row.number("sent_today"),
        row.number("replied_today"),
        row.number("failed_today"),
        row.number("unconfirmed_today"),
        row.number("opted_out_today"));
  }
}
