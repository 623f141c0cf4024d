package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes what parts of pages brought; a part that is there already stays as it is. */
public final class WriteParts {

  private static final Columns<PartRecord> COLUMNS =
      new Columns<PartRecord>()
          .text("job_id", PartRecord::jobId)
          .number("log_offset", PartRecord::logOffset)
          .text("workspace_id", PartRecord::workspaceId)
          .number("page", PartRecord::page)
          .number("found", PartRecord::found)
          .number("duplicates", PartRecord::duplicates)
          .text("refused_by_reason", "jsonb", PartRecord::refusedByReason);

  private static final String SQL =
      """
      INSERT INTO social_discovery_part (%s)
      SELECT %s FROM %s
      ON CONFLICT DO NOTHING
      """
          .formatted(COLUMNS.names(), COLUMNS.values(), COLUMNS.incoming());

  /** Writes parts; must run in the transaction that moves the offsets. */
  public void write(Connection connection, List<PartRecord> parts) throws SQLException {
    COLUMNS.execute(connection, SQL, parts);
  }
}
