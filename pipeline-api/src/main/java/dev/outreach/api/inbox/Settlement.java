package dev.outreach.api.inbox;

import java.time.Instant;
import java.util.UUID;

/** What became of an arrival that was worked on. */
sealed interface Settlement {

  /** The person's history has it. */
  record Applied(UUID profileId) implements Settlement {}

  /**
   * Nobody we know wrote it.
   *
   * @param again not looked at again before, also where somebody may fit
   */
  record Waiting(Instant again) implements Settlement {}

  /** It could not be worked on now. */
  record Later(Instant at) implements Settlement {}

  /**
   * It is over without effect.
   *
   * @param code why, stable
   */
  record Refused(String code) implements Settlement {}
}
