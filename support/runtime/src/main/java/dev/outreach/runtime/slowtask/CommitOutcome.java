package dev.outreach.runtime.slowtask;

/** How a transaction ended. */
sealed interface CommitOutcome {

  /** Results and offsets are visible. */
  record Committed() implements CommitOutcome {}

  /** Nothing is visible; the same results may be tried again. */
  record Aborted(RuntimeException cause) implements CommitOutcome {}

  /** It may be visible or not: only the committed offsets tell. */
  record Unknown(RuntimeException cause) implements CommitOutcome {}

  /** Another process writes in our place. */
  record Fenced() implements CommitOutcome {}
}
