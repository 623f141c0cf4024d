package dev.outreach.readmodel;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Discovery jobs, newest first. Thread-safe. */
public final class JobList {

  private static final String NEWEST =
      """
      SELECT * FROM social_discovery_jobs
      WHERE workspace_id = ?
      ORDER BY started_at DESC, job_id DESC
      LIMIT ?
      """;

  private static final String ONE =
      "SELECT * FROM social_discovery_jobs WHERE workspace_id = ? AND job_id = ?";

  private final DataSource dataSource;

  public JobList(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * The newest jobs of a workspace.
   *
   * @param limit 1 to 1000 rows
   * @throws ReadModelException where the tables are missing or PostgreSQL does not answer
   */
  public List<JobRow> newest(String workspaceId, int limit) {
    Words.checkLimit(limit);
    return Reading.rows(dataSource, NEWEST, List.of(workspaceId, limit), JobRow::of);
  }

  /** One job, where the workspace knows it. */
  public Optional<JobRow> find(String workspaceId, String jobId) {
    return Reading.rows(dataSource, ONE, List.of(workspaceId, jobId), JobRow::of).stream()
        .findFirst();
  }
}
