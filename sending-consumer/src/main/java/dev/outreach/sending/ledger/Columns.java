package dev.outreach.sending.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How items become columns of which each is one array, so that one statement takes any number of
 * items. Immutable.
 */
final class Columns<T> {

  private final List<Column<T>> all;

  private Columns(List<Column<T>> all) {
    this.all = List.copyOf(all);
  }

  /** No columns yet. */
  static <T> Columns<T> none() {
    return new Columns<>(List.of());
  }

  /** One more column, of texts. */
  Columns<T> text(String name, Function<T, @Nullable String> value) {
    return with(new Column<>(name, "text", value));
  }

  /** One more column, of names of constants. */
  Columns<T> name(String name, Function<T, @Nullable Enum<?>> value) {
    return text(
        name,
        item -> {
          Enum<?> constant = value.apply(item);
          return constant == null ? null : constant.name();
        });
  }

  /** One more column, of whole numbers. */
  Columns<T> number(String name, Function<T, @Nullable Long> value) {
    return with(new Column<>(name, "bigint", value));
  }

  /** One more column, of yes and no. */
  Columns<T> flag(String name, Function<T, @Nullable Boolean> value) {
    return with(new Column<>(name, "boolean", value));
  }

  /** One more column, of moments. */
  Columns<T> time(String name, Function<T, @Nullable Instant> value) {
    return with(new Column<>(name, "timestamptz", value));
  }

  /** The names, for a list of columns. */
  String names() {
    return all.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /** The rows, for a FROM clause; takes as many parameters as there are columns. */
  String rows(String alias) {
    String arrays =
        all.stream()
            .map(column -> "?::" + column.type() + "[]")
            .collect(Collectors.joining(", ", "unnest(", ")"));
    return "%s AS %s (%s)".formatted(arrays, alias, names());
  }

  /** Fills in the items, from the first parameter on. */
  PreparedStatement bind(PreparedStatement statement, List<T> items) throws SQLException {
    int position = 0;
    for (Column<T> column : all) {
      Object[] cells = items.stream().map(column::cell).toArray(column::array);
      Array array = statement.getConnection().createArrayOf(column.type(), cells);
      statement.setArray(++position, array);
    }
    return statement;
  }

  /** Runs a statement whose only parameters are the items; none of them, none run. */
  int write(Connection connection, String sql, List<T> items) throws SQLException {
    if (items.isEmpty()) {
      return 0;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return bind(statement, items).executeUpdate();
    }
  }

  private Columns<T> with(Column<T> column) {
    List<Column<T>> more = new ArrayList<>(all);
    more.add(column);
    return new Columns<>(more);
  }

  private record Column<T>(
      String name, String type, Function<T, ? extends @Nullable Object> value) {

    /** Moments go as text: the driver knows no other form for an array of them. */
    @Nullable Object cell(T item) {
      Object cell = value.apply(item);
      return cell instanceof Instant moment ? moment.toString() : cell;
    }

    /** The driver has a short form only for arrays of the exact class. */
    Object[] array(int size) {
      return switch (type) {
        case "bigint" -> new Long[size];
        case "boolean" -> new Boolean[size];
        default -> new String[size];
      };
    }
  }
}
