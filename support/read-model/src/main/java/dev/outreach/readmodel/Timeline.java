package dev.outreach.readmodel;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What happened to one person, oldest first. Thread-safe. */
public final class Timeline {

  private static final String SQL =
      """
      SELECT * FROM social_timeline
      WHERE profile_id = ? AND workspace_id = ? AND version > ?
      ORDER BY version
      LIMIT ?
      """;

  private final DataSource dataSource;

  public Timeline(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * A part of the story.
   *
   * @param afterVersion 0 for the beginning
   * @param limit 1 to 1000 rows
   * @throws ReadModelException where the tables are missing or PostgreSQL does not answer
   */
  public List<TimelineRow> of(String workspaceId, UUID profileId, long afterVersion, int limit) {
    Words.checkLimit(limit);
    return Reading.rows(
        dataSource, SQL, List.of(profileId, workspaceId, afterVersion, limit), TimelineRow::of);
  }
}
