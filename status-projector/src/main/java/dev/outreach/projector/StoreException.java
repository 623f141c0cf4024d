package dev.outreach.projector;

import dev.outreach.runtime.Explained;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL did not do what was asked. */
abstract sealed class StoreException extends RuntimeException implements Explained {

  private static final long serialVersionUID = 1L;

  /** A server that does not know a zone we configured; no record is to blame for that. */
  private static final String INVALID_PARAMETER = "22023";

  /** Data exception, integrity violation, limit exceeded: trying again would end the same way. */
  private static final Set<String> CLASSES_OF_BAD_DATA = Set.of("22", "23", "54");

  private StoreException(String message, SQLException cause) {
    super(message, cause);
  }

  static StoreException of(SQLException failure) {
    String state = failure.getSQLState();
    String message = messageOf(state);
    return state != null
            && state.length() == 5
            && !state.equals(INVALID_PARAMETER)
            && CLASSES_OF_BAD_DATA.contains(state.substring(0, 2))
        ? new BadData(message, failure)
        : new Unavailable(message, failure);
  }

  /** Of a commit: all rows were taken already, so whatever it is, no record is to blame for it. */
  static StoreException ofCommit(SQLException failure) {
    return new Unavailable(messageOf(failure.getSQLState()), failure);
  }

  @Override
  public String explanation() {
    return String.valueOf(getMessage());
  }

  private static String messageOf(@Nullable String state) {
    return switch (state) {
      case null -> "PostgreSQL does not answer";
      case String gone when gone.startsWith("08") || gone.startsWith("57P") ->
          "PostgreSQL is away or restarting (SQL state " + gone + "): waiting for it";
      case String full when full.startsWith("53") ->
          "PostgreSQL has no connection or no room left (SQL state " + full + "): waiting";
      case INVALID_PARAMETER ->
          "PostgreSQL does not know a time zone it was given (SQL state 22023): use a name of its view pg_timezone_names";
      case String other -> "PostgreSQL refused (SQL state " + other + ")";
    };
  }

  /** A record has a value PostgreSQL cannot hold. */
  static final class BadData extends StoreException {
    private static final long serialVersionUID = 1L;

    private BadData(String message, SQLException cause) {
      super(message, cause);
    }
  }

  /** Anything else; worth another try. */
  static final class Unavailable extends StoreException {
    private static final long serialVersionUID = 1L;

    private Unavailable(String message, SQLException cause) {
      super(message, cause);
    }
  }
}
