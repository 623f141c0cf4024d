package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * How rows come into a statement that writes them: a few as arrays, in one round trip; many by COPY
 * into a table of the session, which spares PostgreSQL the reading of texts. The table empties
 * itself when the transaction ends, so a transaction may write each kind of row once.
 */
final class Staging<R> {

  /** Below this the further round trips cost more than the texts. */
  private static final int MANY = 100;

  private final Columns<R> columns;
  private final Function<R, UUID> key;
  private final String staged;
  private final String create;
  private final CopyRows<R> copy;
  private final String ofFew;
  private final String ofMany;

  /**
   * For one statement.
   *
   * @param table whose columns the rows have
   * @param key what the table's key begins with
   * @param statements makes the statement, given what selects the columns
   */
  Staging(String table, Columns<R> columns, Function<R, UUID> key, Statements statements) {
    this.columns = columns;
    this.key = key;
    this.staged = "pg_temp.incoming_" + table;
    this.create =
        "CREATE TEMPORARY TABLE %s ON COMMIT DELETE ROWS AS SELECT %s FROM %s WITH NO DATA"
            .formatted(staged, columns.names(), table);
    this.copy = new CopyRows<>(staged, columns);
    this.ofFew = statements.selecting(columns.values(), columns.incoming());
    this.ofMany = statements.selecting(columns.names(), staged);
  }

  /** Makes a statement. */
  interface Statements {

    /**
     * The statement.
     *
     * @param values the select list, in the order of the columns
     * @param source what it selects from
     */
    String selecting(String values, String source);
  }

  /** Whether so many rows are worth further round trips. */
  static boolean isMany(List<?> rows) {
    return rows.size() >= MANY;
  }

  /** Writes rows; must run in the transaction that moves the offsets. */
  void write(Connection connection, List<R> rows) throws SQLException {
    if (isMany(rows)) {
      writeMany(connection, rows);
    } else {
      columns.execute(connection, ofFew, rows);
    }
  }

  private void writeMany(Connection connection, List<R> rows) throws SQLException {
    makeTable(connection);
    copy.write(connection, KeyOrder.by(key, rows));
    try (PreparedStatement statement = connection.prepareStatement(ofMany)) {
      statement.executeUpdate();
    }
  }

  /**
   * Makes the table of the session where it is not there yet. The driver forgets all prepared
   * statements of a connection that creates something, also where it was there already, and each of
   * them would be planned anew with every batch.
   */
  private void makeTable(Connection connection) throws SQLException {
    if (!isThere(connection)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(create);
      }
    }
  }

  private boolean isThere(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
      statement.setString(1, staged);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
