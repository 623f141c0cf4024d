package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.harness.MortalDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The send ledger, looked at from outside by statements of our own. */
final class LedgerView {

  private final MortalDatabase database;

  LedgerView(MortalDatabase database) {
    this.database = database;
  }

  /** Where each message stands. */
  Map<String, String> states() {
    try (Connection connection = connect();
        PreparedStatement statement =
            connection.prepareStatement("SELECT message_id, state FROM social_send_ledger");
        ResultSet rows = statement.executeQuery()) {
      Map<String, String> states = new HashMap<>();
      while (rows.next()) {
        states.put(rows.getString(1), rows.getString(2));
      }
      return states;
    } catch (SQLException failure) {
      throw new IllegalStateException("the ledger cannot be read", failure);
    }
  }

  /** Messages in the hands of a worker; empty while the database is away. */
  OptionalInt inFlight() {
    return count("SELECT count(*) FROM social_send_ledger WHERE state IN ('CLAIMED', 'WRITING')");
  }

  /** Messages that have come to an end or wait for a person; empty while the database is away. */
  OptionalInt settled() {
    return count(
        """
        SELECT count(*) FROM social_send_ledger
        WHERE state NOT IN ('READY', 'CLAIMED', 'WRITING', 'UNKNOWN')""");
  }

  /** Results that are not on the topic yet. */
  OptionalInt untold() {
    return count("SELECT count(*) FROM social_send_outbox WHERE published_at IS NULL");
  }

  private OptionalInt count(String query) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return OptionalInt.of(rows.getInt(1));
    } catch (SQLException _) {
      return OptionalInt.empty();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), "");
  }
}
