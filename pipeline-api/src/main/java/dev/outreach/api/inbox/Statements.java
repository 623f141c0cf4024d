package dev.outreach.api.inbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs the inbox's statements, each batch in one transaction. Thread-safe. */
final class Statements {

  private final DataSource source;

  Statements(DataSource source) {
    this.source = source;
  }

  /** Makes an object of the row a result set stands on. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** One statement and its values, in order. */
  record Statement(String sql, List<@Nullable Object> values) {}

  /** The rows a statement returns; its changes are durable. */
  <T> List<T> rows(Statement statement, Reader<T> reader) {
    try (Connection connection = source.getConnection();
        PreparedStatement prepared = bound(connection, statement);
        ResultSet results = prepared.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (results.next()) {
        rows.add(reader.read(results));
      }
      return rows;
    } catch (SQLException failure) {
      throw new InboxUnavailable("reading", failure);
    }
  }

  /** All of them or none; how many rows changed. */
  int change(List<Statement> statements) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        int changed = 0;
        for (Statement statement : statements) {
          try (PreparedStatement prepared = bound(connection, statement)) {
            changed += prepared.executeUpdate();
          }
        }
        connection.commit();
        return changed;
      } catch (SQLException failure) {
        connection.rollback();
        throw failure;
      }
    } catch (SQLException failure) {
      throw new InboxUnavailable("writing", failure);
    }
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> optionalTime(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static PreparedStatement bound(Connection connection, Statement statement)
      throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement.sql());
    try {
      for (int i = 0; i < statement.values().size(); i++) {
        bind(prepared, i + 1, statement.values().get(i));
      }
      return prepared;
    } catch (SQLException failure) {
      prepared.close();
      throw failure;
    }
  }

  /** PostgreSQL keeps neither NUL nor half a character; both occur in what people send. */
  private static String storable(String text) {
    byte[] whole = text.getBytes(StandardCharsets.UTF_8);
    return new String(whole, StandardCharsets.UTF_8).replace("\0", "");
  }

  private static void bind(PreparedStatement prepared, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case Instant time -> prepared.setObject(index, time.atOffset(ZoneOffset.UTC));
      case Optional<?> maybe -> bind(prepared, index, maybe.orElse(null));
      case List<?> texts ->
          prepared.setArray(index, prepared.getConnection().createArrayOf("text", texts.toArray()));
      case String text -> prepared.setString(index, storable(text));
      case null, default -> prepared.setObject(index, value);
    }
  }
}
