package dev.outreach.sending.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a row by name. */
record Row(ResultSet columns) {

  String text(String column) throws SQLException {
    return columns.getString(column);
  }

  Optional<String> optionalText(String column) throws SQLException {
    return Optional.ofNullable(columns.getString(column));
  }

  int number(String column) throws SQLException {
    return columns.getInt(column);
  }

  long bigNumber(String column) throws SQLException {
    return columns.getLong(column);
  }

  boolean flag(String column) throws SQLException {
    return columns.getBoolean(column);
  }

  List<String> texts(String column) throws SQLException {
    return List.of((String[]) columns.getArray(column).getArray());
  }

  Instant time(String column) throws SQLException {
    return columns.getObject(column, OffsetDateTime.class).toInstant();
  }

  Optional<Instant> optionalTime(String column) throws SQLException {
    @Nullable OffsetDateTime time = columns.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }
}
