package dev.outreach.discovery.notices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.outreach.discovery.TestRecords;
import dev.outreach.runtime.DeadLetters;
import dev.outreach.schemas.Actor;
import dev.outreach.schemas.ActorKind;
import dev.outreach.schemas.JobCommand;
import dev.outreach.schemas.PauseJob;
import dev.outreach.schemas.RefusalReason;
import dev.outreach.schemas.RefusedPerson;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnusableNoticesTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Topic ORDERS = TestRecords.TOPICS.jobCommands();
  private static final Topic REFUSED = TestRecords.TOPICS.refusedPeople();
  private static final String LETTERS =
      TestRecords.TOPICS.deadLettersOf(Topics.DISCOVERY_PRODUCER).name();

  private final TestRecords records = new TestRecords();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final UnusableNotices notices =
      UnusableNotices.of(
          new UnusableNotices.Parts(
              consumer,
              producer,
              records.serdes(),
              new DeadLetters(Topics.DISCOVERY_PRODUCER, LETTERS, meters)),
          TestRecords.TOPICS);
  private long offset;

  @BeforeEach
  void assign() {
    producer.initTransactions();
    Map<TopicPartition, Long> beginnings =
        Stream.of(ORDERS, REFUSED).collect(Collectors.toMap(UnusableNoticesTest::first, _ -> 0L));
    consumer.updateBeginningOffsets(beginnings);
    consumer.rebalance(beginnings.keySet());
  }

  @Test
  void shouldPutAsideWhatNobodyCanUseWithItsReasonAndCountIt() {
    publish(ORDERS, order());
    publish(ORDERS, "random bytes".getBytes(UTF_8));
    publish(ORDERS, new byte[] {0, 0, 0, 3, 77, 1});
    publish(ORDERS, (byte @Nullable []) null);
    publish(REFUSED, refused("not an id"));
    publish(REFUSED, refused("6f7b5a0e-2c1d-5e5b-9d53-0f2a6d1c8e11"));

    notices.turn();

    assertThat(producer.history()).extracting(ProducerRecord::topic).containsOnly(LETTERS);
    assertThat(reasons())
        .containsExactlyInAnyOrder("UNREADABLE", "UNREADABLE", "NULL_VALUE", "INVALID");
    assertThat(counted(ORDERS, "UNREADABLE")).isEqualTo(2);
    assertThat(counted(ORDERS, "NULL_VALUE")).isEqualTo(1);
    assertThat(counted(REFUSED, "INVALID")).isEqualTo(1);
    assertThat(place(ORDERS)).isEqualTo(4);
    assertThat(place(REFUSED)).isEqualTo(6);
  }

  @Test
  void shouldWriteNothingWhereNothingIsNew() {
    notices.turn();

    assertThat(producer.transactionCommitted()).isFalse();
  }

  @Test
  void shouldPutNothingAsideBecauseTheRegistryIsAway() {
    publish(ORDERS, order());
    records.registryAway(true);

    assertThatExceptionOfType(KafkaException.class).isThrownBy(notices::turn);
    assertThat(producer.history()).isEmpty();
    assertThat(producer.consumerGroupOffsetsHistory()).isEmpty();
  }

  @Test
  void shouldKeepNeitherLetterNorPlaceWhereKafkaRefuses() {
    publish(ORDERS, "random bytes".getBytes(UTF_8));
    producer.commitTransactionException = new KafkaException("refused");

    assertThatExceptionOfType(KafkaException.class)
        .isThrownBy(notices::turn)
        .withMessage("refused");
    assertThat(producer.history()).isEmpty();
    assertThat(producer.consumerGroupOffsetsHistory()).isEmpty();
  }

  private static JobCommand order() {
    return JobCommand.newBuilder()
        .setId("c")
        .setWorkspaceId("default")
        .setJobId("j")
        .setOccurredAt(NOON)
        .setCorrelationId("c")
        .setActor(new Actor(ActorKind.PERSON, "administrator"))
        .setCommand(new PauseJob("lunch"))
        .build();
  }

  private static RefusedPerson refused(String profileId) {
    return RefusedPerson.newBuilder()
        .setId("r")
        .setWorkspaceId("default")
        .setProfileId(profileId)
        .setOrigin("list")
        .setReason(RefusalReason.SUPPRESSED)
        .setOccurredAt(NOON)
        .build();
  }

  private void publish(Topic topic, SpecificRecord value) {
    publish(topic, records.serdes().serializer().serialize(topic.name(), value));
  }

  private void publish(Topic topic, byte @Nullable [] value) {
    consumer.addRecord(new ConsumerRecord<>(topic.name(), 0, offset++, "k".getBytes(UTF_8), value));
  }

  private List<String> reasons() {
    return producer.history().stream()
        .map(letter -> letter.headers().lastHeader(DeadLetters.HEADER_PREFIX + "reason").value())
        .map(reason -> new String(reason, UTF_8))
        .toList();
  }

  private double counted(Topic topic, String reason) {
    return meters
        .get("outreach.dead.letters")
        .tags("topic", topic.name(), "reason", reason)
        .counter()
        .count();
  }

  private long place(Topic topic) {
    return producer.consumerGroupOffsetsHistory().stream()
        .flatMap(groups -> groups.values().stream())
        .map(offsets -> offsets.get(first(topic)))
        .mapToLong(OffsetAndMetadata::offset)
        .max()
        .orElseThrow();
  }

  private static TopicPartition first(Topic topic) {
    return new TopicPartition(topic.name(), 0);
  }
}
