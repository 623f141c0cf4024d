package dev.outreach.sending.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.support.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Earlier versions kept what an operator wrote, which no person is spelled like. */
@ExtendWith(Postgres.class)
class SuppressionSpellingIT {

  @Test
  void shouldSpellWhomEarlierVersionsKeptAsPeopleAreSpelled(HikariDataSource database)
      throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA public CASCADE");
      statement.execute("CREATE SCHEMA public");
      SendingSchema.migrate(database, "6");
      statement.execute(
          """
          INSERT INTO social_send_suppressions
            (workspace_id, kind, value, reason_code, reason, since)
          SELECT 'acme', kind, value, 'SUPPRESSED', 'asked', now()
          FROM (VALUES ('HANDLE', 'instagram:@ada'), ('HANDLE', 'instagram:ada'),
            ('HANDLE', 'tiktok:@bob'), ('DOMAIN', 'www.example.com'), ('DOMAIN', 'www.com'),
            ('PERSON', 'www.it.is')) given (kind, value)
          """);

      SendingSchema.migrate(database);

      List<String> kept = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery("SELECT value FROM social_send_suppressions ORDER BY value")) {
        while (rows.next()) {
          kept.add(rows.getString(1));
        }
      }
      assertThat(kept)
          .containsExactlyInAnyOrder(
              "example.com", "instagram:ada", "tiktok:bob", "www.com", "www.it.is");
    }
  }
}
