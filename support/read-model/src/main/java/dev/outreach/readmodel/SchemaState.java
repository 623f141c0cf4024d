package dev.outreach.readmodel;

/** Whether the tables are as this program needs them. */
public sealed interface SchemaState {

  /** They are. */
  record Ready() implements SchemaState {}

  /**
   * They are not there, or older than this program.
   *
   * @param reason a sentence for an operator
   */
  record Missing(String reason) implements SchemaState {}
}
