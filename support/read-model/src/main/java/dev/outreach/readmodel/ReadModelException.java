package dev.outreach.readmodel;

import java.sql.SQLException;
import java.util.Set;

/** The read model cannot answer. */
public abstract sealed class ReadModelException extends RuntimeException {

  /** undefined_table, undefined_column, undefined_object, undefined_function, invalid schema. */
  private static final Set<String> SOMETHING_UNDEFINED =
      Set.of("42P01", "42703", "42704", "42883", "3F000");

  static final String MISSING =
      "Tables are missing: start status-projector and sending-consumer, each makes its own";

  private ReadModelException(String message, Throwable cause) {
    super(message, cause);
  }

  static ReadModelException of(SQLException failure) {
    if (failure.getSQLState() != null && SOMETHING_UNDEFINED.contains(failure.getSQLState())) {
      return new SchemaMissing(failure);
    }
    return new Unavailable(
        "PostgreSQL does not answer (SQL state " + failure.getSQLState() + ")", failure);
  }

  /** The tables are not there, or older than this program. */
  public static final class SchemaMissing extends ReadModelException {
    SchemaMissing(Throwable cause) {
      super(MISSING, cause);
    }
  }

  /** PostgreSQL cannot be reached, is out of connections, or fails. */
  public static final class Unavailable extends ReadModelException {
    Unavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
