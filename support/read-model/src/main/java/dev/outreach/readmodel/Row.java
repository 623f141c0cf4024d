package dev.outreach.readmodel;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row a result set stands on, read by column name. */
final class Row {

  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  String text(String column) throws SQLException {
    return results.getString(column);
  }

  @Nullable String optionalText(String column) throws SQLException {
    return results.getString(column);
  }

  UUID id(String column) throws SQLException {
    return results.getObject(column, UUID.class);
  }

  @Nullable UUID optionalId(String column) throws SQLException {
    return results.getObject(column, UUID.class);
  }

  int integer(String column) throws SQLException {
    return results.getInt(column);
  }

  @Nullable Integer optionalInteger(String column) throws SQLException {
    return results.getObject(column, Integer.class);
  }

  long number(String column) throws SQLException {
    return results.getLong(column);
  }

  @Nullable Long optionalNumber(String column) throws SQLException {
    return results.getObject(column, Long.class);
  }

  @Nullable Double optionalDecimal(String column) throws SQLException {
    return results.getObject(column, Double.class);
  }

  boolean flag(String column) throws SQLException {
    return results.getBoolean(column);
  }

  @Nullable Boolean optionalFlag(String column) throws SQLException {
    return results.getObject(column, Boolean.class);
  }

  Instant time(String column) throws SQLException {
    return results.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Null where the column is null or before all time. */
  @Nullable Instant optionalTime(String column) throws SQLException {
    OffsetDateTime time = results.getObject(column, OffsetDateTime.class);
    return time == null || time.equals(OffsetDateTime.MIN) ? null : time.toInstant();
  }

  @Nullable LocalDate optionalDay(String column) throws SQLException {
    return results.getObject(column, LocalDate.class);
  }

  List<String> texts(String column) throws SQLException {
    Array array = results.getArray(column);
    return List.of((String[]) array.getArray());
  }

  List<UUID> ids(String column) throws SQLException {
    Array array = results.getArray(column);
    return List.of((UUID[]) array.getArray());
  }
}
