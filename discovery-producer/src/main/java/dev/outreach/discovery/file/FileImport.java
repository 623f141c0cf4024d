package dev.outreach.discovery.file;

import dev.outreach.discovery.domain.Door;
import dev.outreach.discovery.notices.LogNotices;
import dev.outreach.discovery.records.DiscoveryRecords;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Imports files of people: CSV, TSV or one JSON object per line, plain or gzip, in any of the usual
 * encodings. A file of any length is read in constant memory. Importing the same file again is the
 * same job and writes the same records, so that nothing changes. Thread-safe; two imports of one
 * file at once end with one of them refused by Kafka.
 */
public final class FileImport {

  private final Function<String, Producer<byte[], byte[]>> producers;
  private final DiscoveryRecords records;
  private final Clock clock;
  private final Supplier<Door> doors;

  /** Imports into the topics of a catalogue, which exist. */
  public FileImport(KafkaSettings kafka, Topics topics, EventSerdes serdes, Clock clock) {
    this(
        id -> new KafkaProducer<>(kafka.transactionalProducer("file-import", id)),
        new DiscoveryRecords(topics, serdes, clock),
        clock,
        () -> door(kafka, topics, serdes));
  }

  FileImport(
      Function<String, Producer<byte[], byte[]>> producers,
      DiscoveryRecords records,
      Clock clock,
      Supplier<Door> doors) {
    this.producers = producers;
    this.records = records;
    this.clock = clock;
    this.doors = doors;
  }

  private static Door door(KafkaSettings kafka, Topics topics, EventSerdes serdes) {
    try (LogNotices notices =
        LogNotices.read(new KafkaConsumer<>(kafka.looseConsumer("file-import")), topics, serdes)) {
      return notices.door();
    }
  }

  /**
   * Reads the whole file and says what an import would do; publishes nothing.
   *
   * @throws UnreadableFile where it is no list of people as a whole
   */
  public static ImportPlan plan(Path file, ImportOptions options)
      throws IOException, UnreadableFile {
    return ImportPlanner.plan(file, options);
  }

  /**
   * Imports the file, one Kafka transaction for each chunk.
   *
   * @throws UnreadableFile where it cannot be read to its end: what was read before stays imported,
   *     and the job ends as failed
   * @throws org.apache.kafka.common.KafkaException where Kafka refuses; the import may be repeated
   */
  public ImportReport run(Path file, ImportOptions options, ProgressListener listener)
      throws IOException, UnreadableFile {
    try (PeopleFile people = PeopleFile.open(file, options, doors.get());
        Producer<byte[], byte[]> producer = producers.apply("file-import-" + people.jobId())) {
      ImportJob job = new ImportJob(people, options, new Chunks(producer, records, clock));
      job.run(listener);
      return new ImportReport(people.jobId(), people.tally().counts(), people.tally().problems());
    }
  }
}
