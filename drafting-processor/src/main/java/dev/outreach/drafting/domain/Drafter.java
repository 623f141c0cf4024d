package dev.outreach.drafting.domain;

/** Writes drafts. Thread-safe; every call ends by a deadline of the implementation. */
public interface Drafter {

  /** What drafts say wrote them: {@code gemini} or {@code template}. */
  String name();

  /** Whether a call costs money, so that a budget applies. */
  boolean isPaid();

  /**
   * Writes one draft.
   *
   * @throws InterruptedException where nobody wants the draft any more
   */
  Answer draft(Brief brief) throws InterruptedException;
}
