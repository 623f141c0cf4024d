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
   * most a few such records, fits into any topic.
   */
  public static final int LARGEST_INPUT = 256 * 1024;

  /** Kafka's own default, said aloud because what follows from a record depends on it. */
  private static final int LARGEST_BATCH = 1024 * 1024 + 12;

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

  /**
   * The topic's {@code max.message.bytes}. The largest record of any topic fits among dead letters,
   * whose headers say why it is there.
   */
  public int largestBatch() {
    return value == null ? 2 * LARGEST_BATCH : LARGEST_BATCH;
  }

  /** The registry's subject of the value (TopicNameStrategy). */
  public String subject() {
    return name + "-value";
  }
}
