package dev.outreach.benchmarks.status;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Many people at once, by one statement instead of one event each: rows, counts and indexes as the
 * projector would leave them, which the recount proves afterwards. They have no messages and no
 * timeline, which no count of people looks at. The projector must not run meanwhile.
 */
final class Crowd {

  private static final String PEOPLE =
      """
      INSERT INTO social_profile_g1 (
        profile_id, generation, kafka_partition, workspace_id, platform, username, full_name, bio,
        followers, source, collected_at, discovery_status, outreach_status, follow_ups_sent,
        follow_ups_left, last_contacted_at, erased, version, discovered_at, updated_at)
      SELECT
        ('00000000-0000-5000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, n % ?, 'acme',
        (ARRAY['linkedin', 'instagram', 'tiktok', 'facebook'])[n % 4 + 1]::social_platform,
        'person' || n, 'Person ' || n, 'Bakes bread, number ' || n || ' of many who do.',
        n % 50000, 'proof', begun.at, status.discovery::social_discovery_status,
        status.outreach::social_outreach_status, 0, 2,
        CASE WHEN status.outreach = 'sent' THEN begun.at - n % 30 * interval '1 day' END,
        false, 3, begun.at - n % 90 * interval '1 day', begun.at
      FROM generate_series(?, ?) n
      CROSS JOIN (SELECT date_trunc('second', now()) AS at) begun
      CROSS JOIN LATERAL (
        SELECT
          (ARRAY['discovered', 'qualified', 'qualified', 'rejected', 'reviewed'])[n % 5 + 1]
            AS discovery,
          CASE WHEN n % 5 IN (1, 2)
            THEN (ARRAY['not_started', 'drafted', 'sent', 'replied', 'queued'])[n / 5 % 5 + 1]
            ELSE 'not_started' END AS outreach
      ) status
      """;

  private static final String SECONDARY_INDEXES =
      """
      SELECT indexname FROM pg_indexes
      WHERE tablename = 'social_profile_g1' AND schemaname = current_schema()
        AND indexname NOT LIKE '%pkey'
      """;

  private final DataSource connections;
  private final int partitions;

  Crowd(DataSource connections, int partitions) {
    this.connections = connections;
    this.partitions = partitions;
  }

  /** Adds the people of these numbers, the last one included. */
  void add(int first, int last) {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      for (String index : indexes(statement)) {
        statement.execute("DROP INDEX " + index);
      }
      try (PreparedStatement people = connection.prepareStatement(PEOPLE)) {
        people.setInt(1, partitions);
        people.setInt(2, first);
        people.setInt(3, last);
        people.executeUpdate();
      }
      statement.execute("SELECT social_index_generation(1::smallint)");
      statement.execute("SELECT social_count_generation(1::smallint)");
      statement.execute("VACUUM ANALYZE social_profile_g1");
    } catch (SQLException failure) {
      throw new IllegalStateException("the tables cannot be filled", failure);
    }
  }

  private static List<String> indexes(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(SECONDARY_INDEXES)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
