package dev.outreach.benchmarks.eventfaults;

import dev.outreach.benchmarks.harness.LocalSchemas;
import dev.outreach.benchmarks.harness.Store;
import dev.outreach.schemas.MessageStatus;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.ProfileSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Counts the log by itself, one partition after the other: of each person and of each message the
 * highest version counts. It shares nothing with the projector but the schemas.
 */
final class TopicFold {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Store store;
  private final Map<Integer, Instant> readyBefore;
  private final Map<String, Long> counts = new TreeMap<>();

  /**
   * A fold that has not begun.
   *
   * @param readyBefore up to when the clock of each partition has counted people as due
   */
  TopicFold(Store store, Map<Integer, Instant> readyBefore) {
    this.store = store;
    this.readyBefore = readyBefore;
  }

  private record Person(
      long version, String discovery, OutreachStatus outreach, int left, long contacted) {}

  private record Message(long version, boolean isWaiting) {}

  /** The counts, by their names in the views. */
  Map<String, Long> counts() {
    Deserializer<ProfileEvent> deserializer = LocalSchemas.serdes(store.topics()).deserializer();
    String topic = store.topics().profileEvents().name();
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(store.kafka().looseConsumer("fold"))) {
      for (int partition = 0;
          partition < store.topics().profileEvents().partitions();
          partition++) {
        fold(consumer, new TopicPartition(topic, partition), deserializer);
      }
    }
    return counts;
  }

  private void fold(
      Consumer<byte[], byte[]> consumer,
      TopicPartition partition,
      Deserializer<ProfileEvent> deserializer) {
    Map<UUID, Person> people = new HashMap<>();
    Map<UUID, Message> messages = new HashMap<>();
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    while (consumer.position(partition) < end) {
      consumer
          .poll(POLL)
          .forEach(
              record ->
                  keep(deserializer.deserialize(record.topic(), record.value()), people, messages));
    }
    Instant due = readyBefore.get(partition.partition());
    people.values().forEach(person -> count(person, due));
    add("waiting_manual", messages.values().stream().filter(Message::isWaiting).count());
  }

  private static void keep(
      ProfileEvent event, Map<UUID, Person> people, Map<UUID, Message> messages) {
    ProfileSummary after = event.getAfter();
    long version = event.getVersion();
    people.merge(
        UUID.fromString(event.getProfileId()),
        new Person(
            version,
            after.getDiscoveryStatus().name(),
            after.getOutreachStatus(),
            after.getFollowUpsLeft(),
            after.getLastContactedAt().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE)),
        (known, told) -> told.version() > known.version() ? told : known);
    after
        .getMessage()
        .ifPresent(
            message ->
                messages.merge(
                    UUID.fromString(message.getMessageId()),
                    new Message(version, message.getStatus() == MessageStatus.WAITING_MANUAL),
                    (known, told) -> told.version() > known.version() ? told : known));
  }

  private void count(Person person, @org.jspecify.annotations.Nullable Instant due) {
    add("people", 1);
    add(person.discovery().toLowerCase(Locale.ROOT), 1);
    add(person.outreach().name().toLowerCase(Locale.ROOT), 1);
    boolean isReady =
        due != null
            && person.outreach() == OutreachStatus.SENT
            && person.left() > 0
            && person.contacted() < due.toEpochMilli();
    add("followup_ready", isReady ? 1 : 0);
  }

  private void add(String count, long people) {
    counts.merge(count, people, Long::sum);
  }
}
