package dev.outreach.projector;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in one transaction: all of it becomes visible, or nothing. */
final class Transactions {

  private final DataSource dataSource;

  Transactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Runs work and commits.
   *
   * @throws StoreException where PostgreSQL refuses or cannot be reached; nothing is visible then,
   *     or all of it where only the answer to the commit was lost
   */
  <T> T call(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        commit(connection);
        return result;
      } catch (SQLException | RuntimeException failure) {
        rollback(connection, failure);
        throw failure;
      }
    } catch (SQLException failure) {
      throw StoreException.of(failure);
    }
  }

  /** The same for work that has no result. */
  void run(Task task) {
    call(
        connection -> {
          task.in(connection);
          return task;
        });
  }

  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException failure) {
      throw StoreException.ofCommit(failure);
    }
  }

  private static void rollback(Connection connection, Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      failure.addSuppressed(lost);
    }
  }

  /** What is done. */
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** What is done, without a result. */
  interface Task {
    void in(Connection connection) throws SQLException;
  }
}
