package dev.outreach.profile.domain;

import org.jspecify.annotations.Nullable;

/** Something that may change a profile. */
public sealed interface Input {

  /** What every input carries. */
  Envelope envelope();

  /**
   * A person was found.
   *
   * @param job the discovery job and its page
   * @param person what was found
   */
  record Discovered(Envelope envelope, JobPage job, Person person) implements Input {}

  /** Somebody wants something done. */
  record Commanded(Envelope envelope, Command command) implements Input {}

  /** The drafting side answers a task. */
  record DraftAnswered(Envelope envelope, String taskId, DraftOutcome outcome) implements Input {}

  /**
   * The sender says what became of a message.
   *
   * @param orderId the order it answers; null where not known
   */
  record SendAnswered(
      Envelope envelope, String messageId, @Nullable String orderId, SendOutcome outcome)
      implements Input {}

  /**
   * The operator changed the rules; the policy that is given along is the new one.
   *
   * @param leftBefore how many follow-ups were left by the person's last event
   */
  record PolicyChanged(Envelope envelope, int leftBefore) implements Input {}
}
