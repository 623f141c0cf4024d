package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes what people found turned out to be and counts them, in one statement. Of one person in one
 * job the first outcome counts: what a repeated step finds again is known only because of the step.
 */
public final class WriteFinds {

  private static final Columns<FindRecord> COLUMNS =
      new Columns<FindRecord>()
          .text("job_id", FindRecord::jobId)
          .text("profile_id", "uuid", row -> row.profileId().toString())
          .text("workspace_id", FindRecord::workspaceId)
          .number("page", FindRecord::page)
          .text("outcome", FindRecord::outcome);

  private static final String SQL =
      """
      WITH added AS (
        INSERT INTO social_discovery_find (%1$s)
        SELECT %2$s FROM %3$s
        ON CONFLICT DO NOTHING
        RETURNING job_id, outcome
      )
      INSERT INTO social_discovery_tally AS tally (job_id, outcome, people)
      SELECT job_id, outcome, count(*) FROM added
      GROUP BY job_id, outcome
      ORDER BY job_id, outcome
      ON CONFLICT (job_id, outcome) DO UPDATE SET people = tally.people + excluded.people
      """
          .formatted(COLUMNS.names(), COLUMNS.values(), COLUMNS.incoming());

  /** Writes finds in the order they were told; must run in the transaction of the offsets. */
  public void write(Connection connection, List<FindRecord> finds) throws SQLException {
    COLUMNS.execute(connection, SQL, finds);
  }
}
