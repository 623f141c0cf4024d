package dev.outreach.readmodel;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Discovery jobs, newest first. Thread-safe. */
public final class JobList {

  private static final String PAGES =
      """
      SELECT * FROM social_discovery_pages
      WHERE workspace_id = ? AND job_id = ?
      ORDER BY page DESC
      LIMIT ?
      """;
  private static final String ONE =
      "SELECT * FROM social_discovery_jobs WHERE workspace_id = ? AND job_id = ?";

  private final DataSource dataSource;

  public JobList(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * One page of jobs.
   *
   * @param after where the page before ended; null for the first
   * @param limit 1 to 1000 rows
   * @throws ReadModelException where the tables are missing or PostgreSQL does not answer
   */
  public JobPage page(JobFilter filter, @Nullable JobCursor after, int limit) {
    Words.checkLimit(limit);
    Conditions conditions =
        new Conditions()
            .and("workspace_id = ?", filter.workspaceId())
            .andIfGiven("lower(platform) = ?", filter.platform())
            .andIfChosen("status = ANY (?::social_job_status[])", filter.statuses())
            .andIfGiven("source = ?", filter.source())
            .andIfGiven("started_at >= ?", filter.since());
    if (after != null) {
      conditions.and("(started_at, job_id) < (?, ?)", after.at(), after.jobId());
    }
    List<@Nullable Object> values = conditions.values();
    values.add(limit + 1);
    String sql =
        """
        SELECT * FROM social_discovery_jobs
        WHERE %s
        ORDER BY started_at DESC, job_id DESC
        LIMIT ?
        """
            .formatted(conditions.sql());
    List<JobRow> rows = Reading.rows(dataSource, sql, values, JobRow::of);
    if (rows.size() <= limit) {
      return new JobPage(rows, null);
    }
    JobRow last = rows.get(limit - 1);
    return new JobPage(rows.subList(0, limit), new JobCursor(last.startedAt(), last.jobId()));
  }

  /** What the last pages of a job brought, newest first. */
  public List<JobPageRow> pages(String workspaceId, String jobId, int limit) {
    Words.checkLimit(limit);
    return Reading.rows(dataSource, PAGES, List.of(workspaceId, jobId, limit), JobPageRow::of);
  }

  /** One job, where the workspace knows it. */
  public Optional<JobRow> find(String workspaceId, String jobId) {
    return Reading.rows(dataSource, ONE, List.of(workspaceId, jobId), JobRow::of).stream()
        .findFirst();
  }
}
