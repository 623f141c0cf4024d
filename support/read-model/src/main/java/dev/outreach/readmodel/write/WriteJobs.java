package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes discovery jobs. */
public final class WriteJobs {

  private static final Columns<JobRecord> ROW =
      new Columns<JobRecord>()
          .text("job_id", JobRecord::jobId)
          .text("workspace_id", JobRecord::workspaceId)
          .text("platform", JobRecord::platform)
          .text("source", JobRecord::source)
          .texts("categories", JobRecord::categories)
          .texts("locations", JobRecord::locations)
          .texts("keywords", JobRecord::keywords)
          .number("max_profiles", row -> (long) row.maxProfiles())
          .text("requested_by", JobRecord::requestedBy)
          .text("status", "social_job_status", JobRecord::status)
          .number("found", JobRecord::found)
          .number("duplicates", JobRecord::duplicates)
          .number("refused", JobRecord::refused)
          .text("refused_by_reason", "jsonb", JobRecord::refusedByReason)
          .number("pages", JobRecord::pages)
          .text("reason_code", JobRecord::reasonCode)
          .text("reason", JobRecord::reason)
          .time("waits_until", JobRecord::waitsUntil)
          .time("updated_at", JobRecord::updatedAt)
          .time("finished_at", JobRecord::finishedAt)
          .number("log_offset", JobRecord::logOffset);

  private static final Columns<Latest<JobRecord>> COLUMNS =
      ROW.from(Latest<JobRecord>::row).time("started_at", Latest::since);

  private static final String SQL =
      """
      INSERT INTO social_discovery_job AS known (%s)
      SELECT %s FROM %s
      ON CONFLICT (job_id) DO UPDATE SET %s
      WHERE known.log_offset < excluded.log_offset
      """
          .formatted(
              COLUMNS.names(),
              COLUMNS.values(),
              COLUMNS.incoming(),
              COLUMNS.updates("job_id", "started_at"));

  /** Writes jobs, each at most once; must run in the transaction that moves the offsets. */
  public void write(Connection connection, List<Latest<JobRecord>> jobs) throws SQLException {
    COLUMNS.execute(connection, SQL, jobs);
  }
}
