package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Adds rows whose keys are not there yet: COPY, PostgreSQL's quickest way in. */
final class CopyRows<R> {

  private static final String ALREADY_THERE = "23505";

  private final Columns<R> columns;
  private final String sql;

  CopyRows(String table, Columns<R> columns) {
    this.columns = columns;
    this.sql = "COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(table, columns.names());
  }

  void write(Connection connection, List<R> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      CopyBuffer buffer = new CopyBuffer();
      buffer.begin();
      for (R row : rows) {
        columns.copy(row, buffer);
        buffer.flushIfFull(copy);
      }
      buffer.end(copy);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /**
   * Adds rows that are most likely new.
   *
   * @return false where one of them was there already: none was added then, and the transaction
   *     goes on
   */
  boolean writeIfNew(Connection connection, List<R> rows) throws SQLException {
    if (rows.isEmpty()) {
      return true;
    }
    Savepoint before = connection.setSavepoint();
    try {
      write(connection, rows);
    } catch (SQLException failure) {
      if (!ALREADY_THERE.equals(failure.getSQLState())) {
        throw failure;
      }
      connection.rollback(before);
      return false;
    }
    connection.releaseSavepoint(before);
    return true;
  }
}
