package dev.outreach.sending.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Binds the parameters of a statement one after the other. */
final class Parameters {

  private final PreparedStatement statement;
  private int position;

  Parameters(PreparedStatement statement) {
    this.statement = statement;
  }

  Parameters text(@Nullable String value) throws SQLException {
    statement.setString(++position, value);
    return this;
  }

  Parameters name(@Nullable Enum<?> value) throws SQLException {
    return text(value == null ? null : value.name());
  }

  Parameters number(long value) throws SQLException {
    statement.setLong(++position, value);
    return this;
  }

  Parameters flag(@Nullable Boolean value) throws SQLException {
    statement.setObject(++position, value, Types.BOOLEAN);
    return this;
  }

  Parameters time(@Nullable Instant value) throws SQLException {
    OffsetDateTime time = value == null ? null : value.atOffset(ZoneOffset.UTC);
    statement.setObject(++position, time, Types.TIMESTAMP_WITH_TIMEZONE);
    return this;
  }

  Parameters noTexts() throws SQLException {
    statement.setNull(++position, Types.ARRAY);
    return this;
  }

  Parameters texts(Collection<String> values) throws SQLException {
    statement.setArray(
        ++position, statement.getConnection().createArrayOf("text", values.toArray()));
    return this;
  }

  Parameters numbers(Collection<Long> values) throws SQLException {
    Long[] numbers = values.toArray(Long[]::new);
    statement.setArray(++position, statement.getConnection().createArrayOf("bigint", numbers));
    return this;
  }
}
