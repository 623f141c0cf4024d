package dev.outreach.benchmarks.status;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** The status as the original document defines it: six counts, each a query over all people. */
final class SixCounts {

  private static final List<String> QUERIES =
      List.of(
          "SELECT count(*) FROM social_profiles WHERE discovery_status = 'discovered'",
          "SELECT count(*) FROM social_profiles WHERE discovery_status = 'reviewed'",
          "SELECT count(*) FROM social_profiles WHERE discovery_status = 'qualified'",
          "SELECT count(*) FROM social_profiles WHERE outreach_status = 'drafted'",
          "SELECT count(*) FROM social_profiles WHERE outreach_status = 'sent'",
          "SELECT count(*) FROM social_profiles WHERE outreach_status = 'sent'"
              + " AND last_contacted_at < now() - interval '3 days'");

  private final DataSource connections;

  SixCounts(DataSource connections) {
    this.connections = connections;
  }

  /** Milliseconds of all six, the median of some times. */
  double median(int times) {
    double[] millis = new double[times];
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < times; i++) {
        long begun = System.nanoTime();
        for (String query : QUERIES) {
          try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
          }
        }
        millis[i] = (System.nanoTime() - begun) / 1e6;
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("the people cannot be counted", failure);
    }
    Arrays.sort(millis);
    return millis[times / 2];
  }
}
