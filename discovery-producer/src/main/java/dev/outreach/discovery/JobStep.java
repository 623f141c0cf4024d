package dev.outreach.discovery;

import dev.outreach.schemas.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * What one step of a job brought; all of it becomes visible at once.
 *
 * @param people found in this step
 * @param events what to tell about the job
 * @param after the job's state after it
 * @param next when to go on; empty where the job is over
 */
record JobStep(
    List<Person> people, List<SpecificRecord> events, JobState after, Optional<Instant> next) {

  /**
   * A person to pass on.
   *
   * @param profileId the same for every source
   */
  record Person(String profileId, Profile profile) {}
}
