package dev.outreach.discovery;

import dev.outreach.schemas.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * What one step of a job brought; all of it becomes visible at once.
 *
 * @param page number of the page that brought the people, from 1
 * @param people found in this step
 * @param events what to tell about the job
 * @param after the job's state after it
 * @param next when to go on; empty where the job is over
 */
record JobStep(
    long page,
    List<Person> people,
    List<SpecificRecord> events,
    JobState after,
    Optional<Instant> next) {

  /** A job's end that brings nobody. */
  static JobStep last(SpecificRecord event, JobState after) {
    return new JobStep(
        after.totals().pages() + 1, List.of(), List.of(event), after, Optional.empty());
  }

  /** The same, and then the job's end. */
  JobStep endedBy(SpecificRecord event) {
    List<SpecificRecord> all = Stream.concat(events.stream(), Stream.of(event)).toList();
    return new JobStep(page, people, all, after.told(1), Optional.empty());
  }

  /**
   * A person to pass on.
   *
   * @param profileId the same for every source
   */
  record Person(String profileId, Profile profile) {}
}
