package dev.outreach.discovery.table;

/** The table or its capture is out of reach; the message says what was tried. */
public final class TableIntakeException extends RuntimeException {

  TableIntakeException(String message, Throwable cause) {
    super(message, cause);
  }
}
