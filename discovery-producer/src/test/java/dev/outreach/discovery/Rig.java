package dev.outreach.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.discovery.records.DiscoveryRecords;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.instagram.Instagram;
import dev.outreach.runtime.DeadLetters;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sessions over Kafka's own mock clients: what is committed outlives a session, nothing else. */
final class Rig {

  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String TOPIC = TestRecords.TOPICS.discoveryRequests().name();

  private final TestRecords records = new TestRecords();
  private final Map<Platform, PlatformAccess> platforms;
  private final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();
  private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
  private final List<ProducerRecord<byte[], byte[]>> visible = new ArrayList<>();
  private final MovedClock clock = new MovedClock();
  private final TestNotices notices = new TestNotices();
  private MockProducer<byte[], byte[]> producer = newProducer();
  private MockConsumer<byte[], byte[]> consumer = new CommittedConsumer(committed);
  private Session session;

  Rig(FakeDiscovery instagram) {
    this.platforms =
        Map.of(
            Platform.INSTAGRAM,
            new PlatformAccess(Instagram.capabilities(), Optional.of(instagram)));
    this.session = newSession();
  }

  static DiscoveryRequested.Builder request(String jobId) {
    return DiscoveryRequested.newBuilder()
        .setJobId(jobId)
        .setPlatform("instagram")
        .setRequestedAt(NOON);
  }

  void publish(int partition, DiscoveryRequested request) {
    publish(partition, records.serdes().serializer().serialize(TOPIC, request));
  }

  void publish(int partition, byte @Nullable [] value) {
    long offset = log.stream().filter(record -> record.partition() == partition).count();
    byte[] key = ("key" + offset).getBytes(StandardCharsets.UTF_8);
    log.add(new ConsumerRecord<>(TOPIC, partition, offset, key, value));
  }

  /** What a session wrote into its own topic comes back to it. */
  private void append(ProducerRecord<byte[], byte[]> again) {
    int partition = again.partition();
    long offset = log.stream().filter(record -> record.partition() == partition).count();
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(TOPIC, partition, offset, again.key(), again.value());
    again.headers().forEach(record.headers()::add);
    log.add(record);
    if (consumer.assignment().contains(new TopicPartition(TOPIC, partition))) {
      consumer.addRecord(record);
    }
  }

  /** What people order about jobs, and whom not to let in. */
  TestNotices notices() {
    return notices;
  }

  /** Publishes a request while a session runs. */
  void publishNow(int partition, DiscoveryRequested request) {
    publish(partition, request);
    consumer.addRecord(log.getLast());
  }

  void publishNull(int partition) {
    publish(partition, (byte @Nullable []) null);
  }

  /** Ends the session without warning and begins another from what is committed. */
  void crash() {
    collect();
    producer = newProducer();
    session = newSession();
  }

  /** Makes a turn whose transaction Kafka refuses at the end, if it has one, then crashes. */
  void turnInVain() {
    producer.commitTransactionException = new KafkaException("refused");
    try {
      session.turn();
    } catch (KafkaException refused) {
      assertThat(refused).hasMessage("refused");
    }
    crash();
  }

  void start() {
    crash();
  }

  void turn() {
    session.turn();
    collect();
  }

  /** Turns until every request is done. */
  void finish() {
    for (int turn = 0; turn < 10_000; turn++) {
      if (isDone()) {
        return;
      }
      turn();
    }
    throw new AssertionError("never done: " + committed);
  }

  boolean isDone() {
    return log.stream()
        .allMatch(
            record -> {
              OffsetAndMetadata offset =
                  committed.get(new TopicPartition(TOPIC, record.partition()));
              return offset != null && offset.offset() > record.offset();
            });
  }

  MovedClock clock() {
    return clock;
  }

  TestRecords records() {
    return records;
  }

  /** What a reader of committed records sees. */
  List<ProducerRecord<byte[], byte[]>> visible() {
    return visible;
  }

  List<ProducerRecord<byte[], byte[]>> deadLetters() {
    String topic = TestRecords.TOPICS.deadLettersOf(Topics.DISCOVERY_PRODUCER).name();
    return visible.stream().filter(record -> record.topic().equals(topic)).toList();
  }

  Optional<OffsetAndMetadata> committed(int partition) {
    return Optional.ofNullable(committed.get(new TopicPartition(TOPIC, partition)));
  }

  private void collect() {
    visible.addAll(producer.history());
    producer.history().stream()
        .filter(record -> record.topic().equals(TOPIC))
        .forEach(this::append);
    producer.consumerGroupOffsetsHistory().stream()
        .flatMap(groups -> groups.values().stream())
        .forEach(committed::putAll);
    producer.clear();
  }

  private Session newSession() {
    consumer = new CommittedConsumer(committed);
    producer.initTransactions();
    Outbox outbox =
        new Outbox(
            producer,
            consumer::groupMetadata,
            new DiscoveryRecords(TestRecords.TOPICS, records.serdes(), clock),
            new DeadLetters(
                Topics.DISCOVERY_PRODUCER,
                TestRecords.TOPICS.deadLettersOf(Topics.DISCOVERY_PRODUCER).name(),
                new SimpleMeterRegistry()));
    Session fresh =
        new Session(
            consumer,
            new Session.Parts(outbox, new Requests(records.serdes(), platforms), notices, clock));
    fresh.subscribe(TOPIC);
    Set<TopicPartition> partitions =
        Set.of(new TopicPartition(TOPIC, 0), new TopicPartition(TOPIC, 1));
    Map<TopicPartition, Long> beginnings = new HashMap<>();
    partitions.forEach(
        partition ->
            beginnings.put(
                partition,
                committed.containsKey(partition) ? committed.get(partition).offset() : 0L));
    consumer.updateBeginningOffsets(beginnings);
    consumer.rebalance(partitions);
    log.stream()
        .filter(
            record ->
                record.offset()
                    >= beginnings.getOrDefault(new TopicPartition(TOPIC, record.partition()), 0L))
        .forEach(consumer::addRecord);
    return fresh;
  }

  private static MockProducer<byte[], byte[]> newProducer() {
    return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Kafka's mock, with committed offsets that come from elsewhere. */
  private static final class CommittedConsumer extends MockConsumer<byte[], byte[]> {

    private final Map<TopicPartition, OffsetAndMetadata> store;

    CommittedConsumer(Map<TopicPartition, OffsetAndMetadata> store) {
      super("earliest");
      this.store = store;
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndMetadata> committed(
        Set<TopicPartition> partitions) {
      Map<TopicPartition, OffsetAndMetadata> found = new HashMap<>(store);
      found.keySet().retainAll(partitions);
      return found;
    }
  }

  /** A clock that stands still until it is moved. */
  static final class MovedClock extends Clock {

    private Instant now = NOON;

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
