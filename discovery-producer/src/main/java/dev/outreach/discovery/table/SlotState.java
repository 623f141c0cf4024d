package dev.outreach.discovery.table;

/** How the capture stands, as PostgreSQL tells. */
sealed interface SlotState {

  /** No capture was ever finished being set up here. */
  record NotMade() implements SlotState {}

  /**
   * Rows can be captured from where they were last.
   *
   * @param heldBytes of the log that PostgreSQL keeps for the slot
   * @param lagBytes of the log that are not read yet
   */
  record Ready(long heldBytes, long lagBytes) implements SlotState {}

  /**
   * Going on could skip rows in silence.
   *
   * @param reason what is wrong and what to do, in one line
   */
  record Broken(String reason) implements SlotState {}
}
