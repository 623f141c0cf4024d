package dev.outreach.benchmarks.discovery;

import dev.outreach.readmodel.Recount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.postgresql.ds.PGSimpleDataSource;

/** What readers of the read model see of the job. */
final class ReadModelView {

  private final PGSimpleDataSource database = new PGSimpleDataSource();

  ReadModelView(String jdbcUrl) {
    database.setUrl(jdbcUrl);
    database.setUser("outreach");
  }

  /** Whether the job is over, what became of everybody it found is known, and they have rows. */
  boolean isAllThere(String job) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT status = 'completed' AND new_people + known_people >= found"
                    + " AND new_people <= (SELECT count(*) FROM social_profiles)"
                    + " FROM social_discovery_jobs WHERE job_id = ?")) {
      statement.setString(1, job);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** People found, by the count that dashboards read. */
  long discovered() throws SQLException {
    return number(
        "SELECT discovered FROM social_pipeline_status WHERE platform = 'all' AND workspace_id = '*'");
  }

  /** Rows of people. */
  long rows() throws SQLException {
    return number("SELECT count(*) FROM social_profiles");
  }

  /** Everybody's id. */
  Set<String> ids() throws SQLException {
    TreeSet<String> ids = new TreeSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT profile_id::text FROM social_profiles");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  /** Whether every count equals a full recount of the same instant. */
  boolean agrees() {
    return new Recount(database).run().agrees();
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
