package dev.outreach.readmodel.write;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table and where their values come from: many rows travel as one array per
 * column, so that a batch is one statement and one round trip whatever its size.
 *
 * @param <R> what a row is made of
 */
final class Columns<R> {

  private final List<Column<R>> columns = new ArrayList<>();

  Columns<R> text(String name, Function<R, @Nullable String> value) {
    return add(name, new Form("text", "%s", Copied.TEXT), row -> storable(value.apply(row)));
  }

  /** A text that PostgreSQL casts to a type of its own, for example uuid or jsonb. */
  Columns<R> text(String name, String type, Function<R, @Nullable String> value) {
    return add(name, new Form("text", "%s::" + type, Copied.ofText(type)), value::apply);
  }

  Columns<R> id(String name, Function<R, @Nullable UUID> value) {
    return add(name, new Form("uuid", "%s", Copied.ID), value::apply);
  }

  /** A JSON array of texts that becomes an array. */
  Columns<R> texts(String name, Function<R, String> json) {
    String cast = "ARRAY(SELECT jsonb_array_elements_text(%s::jsonb))";
    return add(name, new Form("text", cast, Copied.NEVER), json::apply);
  }

  Columns<R> number(String name, Function<R, @Nullable Long> value) {
    return add(name, new Form("int8", "%s", Copied.BIGINT), value::apply);
  }

  /** A number whose column has the type integer. */
  Columns<R> integer(String name, Function<R, Integer> value) {
    return add(name, new Form("int8", "%s", Copied.INTEGER), row -> value.apply(row).longValue());
  }

  Columns<R> decimal(String name, Function<R, @Nullable Double> value) {
    return add(name, new Form("float8", "%s", Copied.DOUBLE), value::apply);
  }

  Columns<R> flag(String name, Function<R, @Nullable Boolean> value) {
    return add(name, new Form("bool", "%s", Copied.FLAG), value::apply);
  }

  Columns<R> time(String name, Function<R, @Nullable Instant> value) {
    return add(
        name,
        new Form("int8", "social_time(%s)", Copied.TIME),
        row -> milliseconds(value.apply(row)));
  }

  /** The same columns of a row that is part of something bigger. */
  <S> Columns<S> from(Function<S, R> part) {
    Columns<S> wider = new Columns<>();
    for (Column<R> column : columns) {
      wider.add(column.name(), column.form(), whole -> column.value().apply(part.apply(whole)));
    }
    return wider;
  }

  /** The same columns of a table that also says of which generation a row is. */
  Columns<R> of(int generation) {
    short number = (short) generation;
    return from(Function.<R>identity())
        .add("generation", new Form("int2", "%s", Copied.SMALLINT), _ -> number);
  }

  /** The names, for the column list of an INSERT. */
  String names() {
    return columns.stream().map(Column::name).collect(joining(", "));
  }

  /** The values, for the SELECT that feeds the INSERT. */
  String values() {
    return columns.stream()
        .map(column -> column.form().expression().formatted(column.name()))
        .collect(joining(", "));
  }

  /** What is selected from, with one parameter per column. */
  String incoming() {
    return columns.stream()
        .map(column -> "?::" + column.form().type() + "[]")
        .collect(joining(", ", "unnest(", ") AS incoming (" + names() + ")"));
  }

  /** The SET list of ON CONFLICT, without the columns that never change. */
  String updates(String... fixed) {
    List<String> unchanged = List.of(fixed);
    return columns.stream()
        .map(Column::name)
        .filter(name -> !unchanged.contains(name))
        .map(name -> name + " = excluded." + name)
        .collect(joining(", "));
  }

  /**
   * Runs a statement over rows, whose only parameters are those of {@link #incoming}; without rows
   * there is nothing to run.
   */
  void execute(Connection connection, String sql, List<R> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, rows);
      statement.executeUpdate();
    }
  }

  /** Sets the parameters of {@link #incoming} and says how many there are. */
  int bind(PreparedStatement statement, List<R> rows) throws SQLException {
    return bindAfter(0, statement, rows);
  }

  /** Sets the parameters of {@link #incoming}, which come after some others. */
  int bindAfter(int others, PreparedStatement statement, List<R> rows) throws SQLException {
    Connection connection = statement.getConnection();
    int index = others;
    for (Column<R> column : columns) {
      index++;
      statement.setArray(index, connection.createArrayOf(column.form().type(), column.read(rows)));
    }
    return index;
  }

  /** Writes one row in the binary form of COPY. */
  void copy(R row, CopyBuffer buffer) {
    buffer.beginRow(columns.size());
    for (Column<R> column : columns) {
      Object value = column.value().apply(row);
      if (value == null) {
        buffer.none();
      } else {
        column.form().copied().write(value, buffer);
      }
    }
  }

  private Columns<R> add(String name, Form form, Function<R, @Nullable Object> value) {
    columns.add(new Column<>(name, form, value));
    return this;
  }

  /** PostgreSQL's text has no NUL character: a name that contains one loses it. */
  private static @Nullable String storable(@Nullable String text) {
    return text == null || text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  private static @Nullable Long milliseconds(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  /**
   * How values travel.
   *
   * @param type of the elements of the array
   * @param expression makes the column's value of an element
   * @param copied how COPY takes the same value
   */
  private record Form(String type, String expression, Copied copied) {}

  private record Column<R>(String name, Form form, Function<R, @Nullable Object> value) {

    @Nullable Object[] read(List<R> rows) {
      @Nullable Object[] values =
          switch (form.type()) {
            case "int8" -> new Long[rows.size()];
            case "float8" -> new Double[rows.size()];
            case "bool" -> new Boolean[rows.size()];
            case "int2" -> new Short[rows.size()];
            case "uuid" -> new UUID[rows.size()];
            default -> new String[rows.size()];
          };
      for (int i = 0; i < values.length; i++) {
        values[i] = value.apply(rows.get(i));
      }
      return values;
    }
  }
}
