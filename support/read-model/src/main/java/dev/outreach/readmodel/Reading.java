package dev.outreach.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs one query and maps its rows; failures become {@link ReadModelException}. */
final class Reading {

  private Reading() {}

  /** Makes an object of a row. */
  interface Mapper<T> {
    T map(Row row) throws SQLException;
  }

  static <T> List<T> rows(
      DataSource dataSource, String sql, List<@Nullable Object> values, Mapper<T> mapper) {
    try (Connection connection = dataSource.getConnection()) {
      return rows(connection, sql, values, mapper);
    } catch (SQLException failure) {
      throw ReadModelException.of(failure);
    }
  }

  static <T> List<T> rows(
      Connection connection, String sql, List<@Nullable Object> values, Mapper<T> mapper)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        bind(statement, i + 1, values.get(i));
      }
      try (ResultSet results = statement.executeQuery()) {
        Row row = new Row(results);
        List<T> mapped = new ArrayList<>();
        while (results.next()) {
          mapped.add(mapper.map(row));
        }
        return mapped;
      }
    }
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case Instant time -> statement.setObject(index, time.atOffset(ZoneOffset.UTC));
      case String[] texts ->
          statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
      case null, default -> statement.setObject(index, value);
    }
  }
}
