package dev.outreach.schemas.topics;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A topic as a value.
 *
 * @param name full name, prefix included
 * @param key what the record key is, in words
 * @param value schema of the value; null where the topic carries foreign bytes (dead letters)
 * @param partitions number of partitions, fixed for the life of the topic
 * @param retention how long records are kept; null means for ever
 * @param compatibility what a new version of the schema must honour
 * @param writers the apps that write it
 * @param readers the apps that read it
 */
public record Topic(
    String name,
    String key,
    @Nullable Schema value,
    int partitions,
    @Nullable Duration retention,
    Compatibility compatibility,
    List<String> writers,
    List<String> readers) {

  /**
   * The most bytes profile-processor reads of one record: what follows from it, which quotes at
   * most a few such records, fits into a record, of which Kafka takes a MiB unless told otherwise.
   */
  public static final int LARGEST_INPUT = 256 * 1024;

  /** Rules for a new version of a schema, named as the registry names them. */
  public enum Compatibility {
    /** Old and new readers understand old and new writers. */
    FULL_TRANSITIVE,
    /** New readers understand old writers; readers are upgraded first. */
    BACKWARD_TRANSITIVE
  }

  /** All of it, as configured; a topic made by others may have another number. */
  public List<TopicPartition> everyPartition() {
    return IntStream.range(0, partitions)
        .mapToObj(partition -> new TopicPartition(name, partition))
        .toList();
  }

  /** The registry's subject of the value (TopicNameStrategy). */
  public String subject() {
    return name + "-value";
  }
}
