package dev.outreach.sending.ledger;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** The database did not do what it was asked; nothing of the transaction was kept. */
public final class LedgerException extends RuntimeException {

  /** A failure of the database. */
  public LedgerException(String what, SQLException cause) {
    super(what + " (SQL state " + cause.getSQLState() + ")", cause);
  }

  /** Whether the database could not be reached, so that trying single steps is pointless. */
  static boolean isOutage(RuntimeException failure) {
    return failure.getCause() instanceof SQLTransientConnectionException
        || (failure.getCause() instanceof SQLException cause
            && (cause.getSQLState() == null
                || cause.getSQLState().startsWith("08")
                || cause.getSQLState().startsWith("57")));
  }
}
