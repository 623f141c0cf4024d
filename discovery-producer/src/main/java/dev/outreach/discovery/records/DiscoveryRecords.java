package dev.outreach.discovery.records;

import dev.outreach.schemas.DiscoveryProgress;
import dev.outreach.schemas.Profile;
import dev.outreach.schemas.ProfileDiscovered;
import dev.outreach.schemas.identity.DerivedId;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Makes the records of a job, with ids that follow from the job, so that a repeated step writes the
 * same ids again. Thread-safe.
 */
public final class DiscoveryRecords {

  private final Topics topics;
  private final Serializer<SpecificRecord> serializer;
  private final Clock clock;

  /** Records for these topics. */
  public DiscoveryRecords(Topics topics, EventSerdes serdes, Clock clock) {
    this.topics = topics;
    this.serializer = serdes.serializer();
    this.clock = clock;
  }

  /**
   * A person found.
   *
   * @param page number of the page that brought them, from 1
   */
  public ProducerRecord<byte[], byte[]> person(
      JobHead job, String profileId, Profile profile, long page) {
    ProfileDiscovered found =
        ProfileDiscovered.newBuilder()
            .setId(DerivedId.of("discovered", job.jobId(), profileId))
            .setWorkspaceId(job.workspaceId())
            .setProfileId(profileId)
            .setJobId(job.jobId())
            .setOccurredAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
            .setCorrelationId(job.correlationId())
            .setProfile(profile)
            .setPage(page)
            .build();
    return record(topics.discoveredProfiles(), profileId, found);
  }

  /**
   * A step of the job.
   *
   * @param number counts the steps of the job: 0, 1, 2 …
   * @param step one of the records of the schema's union
   */
  public ProducerRecord<byte[], byte[]> progress(
      JobHead job, JobTotals totals, long number, SpecificRecord step) {
    DiscoveryProgress progress =
        DiscoveryProgress.newBuilder()
            .setId(DerivedId.of("progress", job.jobId(), Long.toString(number)))
            .setJobId(job.jobId())
            .setWorkspaceId(job.workspaceId())
            .setOccurredAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
            .setPlatform(job.platform())
            .setSource(job.source())
            .setCategories(job.criteria().categories())
            .setLocations(job.criteria().locations())
            .setKeywords(job.criteria().keywords())
            .setMaxProfiles(job.criteria().maxProfiles())
            .setRequestedBy(job.requestedBy())
            .setFound(totals.found())
            .setDuplicates(totals.duplicates())
            .setRefused(totals.refusedInAll())
            .setRefusedByReason(totals.refused())
            .setPages(totals.pages())
            .setStep(step)
            .build();
    return record(topics.discoveryProgress(), job.jobId(), progress);
  }

  private ProducerRecord<byte[], byte[]> record(Topic topic, String key, SpecificRecord value) {
    return new ProducerRecord<>(
        topic.name(),
        key.getBytes(StandardCharsets.UTF_8),
        serializer.serialize(topic.name(), value));
  }
}
