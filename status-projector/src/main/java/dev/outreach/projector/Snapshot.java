package dev.outreach.projector;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A transaction that sees one instant, however long it lasts. */
final class Snapshot implements AutoCloseable {

  private final Connection connection;

  Snapshot(DataSource dataSource) throws SQLException {
    this.connection = dataSource.getConnection();
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
  }

  /** The instant is now. */
  boolean take() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute("SELECT count(*) FROM social_generation");
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
