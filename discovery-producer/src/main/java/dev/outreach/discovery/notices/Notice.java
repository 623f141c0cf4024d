package dev.outreach.discovery.notices;

import dev.outreach.discovery.domain.Door;
import dev.outreach.discovery.domain.JobOrder;
import dev.outreach.runtime.DeadLetters;
import java.util.Optional;
import java.util.UUID;

/** What a record of these topics says. */
sealed interface Notice {

  /** Somebody wants something of a job. */
  record Order(String workspaceId, String jobId, JobOrder order) implements Notice {}

  /**
   * Somebody is not to be let in, or may come in again.
   *
   * @param reason empty where they may
   */
  record Turned(UUID profileId, String origin, Optional<Door.Reason> reason) implements Notice {}

  /** Nothing we can use: it belongs in the dead-letter topic. */
  record Unusable(DeadLetters.Reason reason, Throwable cause) implements Notice {}
}
