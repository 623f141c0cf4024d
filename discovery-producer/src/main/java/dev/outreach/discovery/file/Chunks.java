package dev.outreach.discovery.file;

import dev.outreach.discovery.records.DiscoveryRecords;
import dev.outreach.discovery.records.JobHead;
import dev.outreach.discovery.records.JobTotals;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/** Stores chunks of people and the job's steps, each chunk and its step in one transaction. */
final class Chunks {

  private final Producer<byte[], byte[]> producer;
  private final DiscoveryRecords records;
  private final Clock clock;
  private long steps;

  Chunks(Producer<byte[], byte[]> producer, DiscoveryRecords records, Clock clock) {
    this.producer = producer;
    this.records = records;
    this.clock = clock;
    producer.initTransactions();
  }

  void store(JobHead job, JobTotals totals, List<PeopleFile.Known> people, SpecificRecord step) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    producer.beginTransaction();
    try {
      for (PeopleFile.Known known : people) {
        // The commit fails where any of these sends failed.
        var _ =
            producer.send(
                records.person(
                    job, known.profileId(), FileProfiles.of(known.person(), now), totals.pages()));
      }
      var _ = producer.send(records.progress(job, totals, steps, step));
      producer.commitTransaction();
      steps++;
    } catch (KafkaException failure) {
      abort(failure);
      throw failure;
    }
  }

  private void abort(KafkaException failure) {
    try {
      producer.abortTransaction();
    } catch (KafkaException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }
}
