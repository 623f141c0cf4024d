package dev.outreach.discovery.domain;

import java.util.Optional;

/** What somebody wants of a job that is under way; it holds from the job's next step on. */
public sealed interface JobOrder {

  /** Nothing was ordered: the job stays as it is. */
  record None() implements JobOrder {}

  /** Stop, and keep the place. */
  record Pause(Optional<String> reason) implements JobOrder {}

  /** Go on from the place kept. */
  record Resume(Optional<String> reason) implements JobOrder {}

  /** Stop for good. */
  record Cancel(Optional<String> reason) implements JobOrder {}
}
