package dev.outreach.api.status;

import dev.outreach.readmodel.PastRules;
import dev.outreach.readmodel.PipelineStatus;
import dev.outreach.runtime.Decoded;
import dev.outreach.runtime.RecordReader;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.serdes.RegistryFailure;
import dev.outreach.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * The status of a workspace at any time in the past, answered from the log: what the log held when
 * the first later record came. Reads the log from its beginning, so it takes time in proportion to
 * what had happened until then, and about 150 bytes of memory for each person. Thread-safe.
 */
public final class PastStatus {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Topic events;
  private final EventSerdes serdes;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final PastRules rules;

  /**
   * A reader of the past.
   *
   * @param events the topic of profile events
   * @param consumers makes a consumer in no group; closed after each answer
   * @param readModel where the rules of then are
   */
  public PastStatus(
      Topic events,
      EventSerdes serdes,
      Supplier<Consumer<byte[], byte[]>> consumers,
      DataSource readModel) {
    this.events = events;
    this.serdes = serdes;
    this.consumers = consumers;
    this.rules = new PastRules(readModel);
  }

  /** Follows a long answer, and ends it by throwing. */
  public interface Progress {

    /** So many of all the events there were until then have been read. */
    void read(long done, long all);
  }

  /**
   * The status at a time.
   *
   * @throws dev.outreach.readmodel.ReadModelException where the rules of then cannot be read
   * @throws org.apache.kafka.common.KafkaException where the log cannot be read
   */
  public PipelineStatus at(String workspace, Instant at, Progress progress) {
    PastFold fold = new PastFold(workspace, at, rules.of(workspace, at));
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      read(consumer, at, fold, progress);
    }
    return fold.status(rules::unlocks);
  }

  private void read(
      Consumer<byte[], byte[]> consumer, Instant at, PastFold fold, Progress progress) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(events.name()).stream()
            .map(found -> new TopicPartition(events.name(), found.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = ends(consumer, partitions, at);
    long begun = sum(consumer, partitions);
    long all = ends.values().stream().mapToLong(Long::longValue).sum() - begun;
    RecordReader<ProfileEvent> reader =
        new RecordReader<>(serdes.<ProfileEvent>deserializer(), ProfileEvent.class);
    while (pauseFinished(consumer, ends)) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < ends.getOrDefault(partitionOf(record), 0L)) {
          fold(reader.read(record), fold);
        }
      }
      progress.read(Math.min(all, sum(consumer, partitions) - begun), all);
    }
  }

  /** Where the first record later than the time is, or the end. */
  private static Map<TopicPartition, Long> ends(
      Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Instant at) {
    Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
    Map<TopicPartition, Long> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, at.toEpochMilli() + 1));
    Map<TopicPartition, OffsetAndTimestamp> later = consumer.offsetsForTimes(wanted);
    later.forEach(
        (partition, found) -> {
          if (found != null) {
            ends.put(partition, found.offset());
          }
        });
    return ends;
  }

  /** Stops asking partitions that are read as far as is wanted; false where none is left. */
  private static boolean pauseFinished(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    List<TopicPartition> finished =
        ends.entrySet().stream()
            .filter(end -> consumer.position(end.getKey()) >= end.getValue())
            .map(Map.Entry::getKey)
            .toList();
    consumer.pause(finished);
    return finished.size() < ends.size();
  }

  /** What nobody can read did not show on the screen either. */
  private static void fold(Decoded<ProfileEvent> decoded, PastFold fold) {
    switch (decoded) {
      case Decoded.Read<ProfileEvent> read -> fold.saw(read.value());
      case Decoded.Unreadable<ProfileEvent> unreadable -> {
        if (RegistryFailure.isBehind(unreadable.cause())) {
          throw new org.apache.kafka.common.KafkaException(
              "the schema registry is away", unreadable.cause());
        }
      }
    }
  }

  private static long sum(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    return partitions.stream().mapToLong(consumer::position).sum();
  }

  private static TopicPartition partitionOf(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
