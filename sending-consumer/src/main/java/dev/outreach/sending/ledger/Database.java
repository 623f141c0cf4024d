package dev.outreach.sending.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in one transaction: all of it is kept, or nothing. Thread-safe. */
public final class Database {

  private final DataSource source;

  /** Over a pool of connections. */
  public Database(DataSource source) {
    this.source = source;
  }

  /** Work that needs a connection. */
  @FunctionalInterface
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** What the work reads. */
  <T> T read(String what, Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return work.in(connection);
    } catch (SQLException failure) {
      throw new LedgerException(what, failure);
    }
  }

  /** What the work returns, once it is durable. */
  <T> T transaction(String what, Work<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T outcome = work.in(connection);
        connection.commit();
        return outcome;
      } catch (SQLException | RuntimeException failure) {
        connection.rollback();
        throw failure;
      }
    } catch (SQLException failure) {
      throw new LedgerException(what, failure);
    }
  }
}
