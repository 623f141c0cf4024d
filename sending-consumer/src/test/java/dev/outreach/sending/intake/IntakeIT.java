package dev.outreach.sending.intake;

import static dev.outreach.sending.support.OrderFixture.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.runtime.DeadLetters;
import dev.outreach.runtime.FencedException;
import dev.outreach.runtime.RecordReader;
import dev.outreach.schemas.SendTask;
import dev.outreach.schemas.topics.Topics;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.ledger.TaskStore;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SendingFixture;
import dev.outreach.sending.support.TaskRecords;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.class)
class IntakeIT {

  private static final byte[] NO_VALUE = {};
  private static final TopicPartition PARTITION =
      new TopicPartition(Topics.standard().sendTasks().name(), 3);

  private final TaskRecords records = new TaskRecords();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private SendingFixture fixture;

  @BeforeEach
  void prepare(HikariDataSource database) {
    fixture = new SendingFixture(database);
  }

  @Test
  void shouldGoOnWhereItsRowsEnd() {
    Intake intake = intake();
    Order order = answer("ann", fixture.clock().instant());
    assertThat(intake.claim(Set.of(PARTITION))).isEmpty();

    intake.apply(batch(5, records.order(order), records.cancel(order)));

    assertThat(fixture.state(order)).isEqualTo("CANCELLED");
    assertThat(intake().claim(Set.of(PARTITION))).isEqualTo(Map.of(PARTITION, 7L));
  }

  @Test
  void shouldMakeOneRowOfATopicThatIsReadTwice() {
    Intake intake = intake();
    Order order = answer("ann", fixture.clock().instant());
    intake.claim(Set.of(PARTITION));

    intake.apply(batch(0, records.order(order)));
    intake.apply(batch(0, records.order(order)));

    assertThat(fixture.state(order)).isEqualTo("READY");
  }

  @Test
  void shouldApplyNothingForAnOwnerThatWasReplaced() {
    Intake old = intake();
    old.claim(Set.of(PARTITION));
    intake().claim(Set.of(PARTITION));
    Order order = answer("ann", fixture.clock().instant());

    assertThatThrownBy(() -> old.apply(batch(0, records.order(order))))
        .isInstanceOf(FencedException.class);
    assertThat(fixture.state(order)).isEqualTo("ABSENT");
  }

  @Test
  void shouldPutAsideWhatItCannotReadAndKeepTheNeighbours() {
    Intake intake = intake();
    Order first = answer("ann", fixture.clock().instant());
    Order second = answer("bob", fixture.clock().instant());
    intake.claim(Set.of(PARTITION));

    intake.apply(
        batch(
            0,
            records.order(first),
            "random bytes".getBytes(StandardCharsets.UTF_8),
            new byte[] {0, 0, 0, 99, 99, 1, 2},
            NO_VALUE,
            records.orderWithNul(answer("cyd", fixture.clock().instant())),
            records.order(second)));

    assertThat(fixture.state(first)).isEqualTo("READY");
    assertThat(fixture.state(second)).isEqualTo("READY");
    assertThat(reasons()).containsExactly("UNREADABLE", "UNREADABLE", "NULL_VALUE", "INVALID");
    assertThat(intake().claim(Set.of(PARTITION))).isEqualTo(Map.of(PARTITION, 6L));
  }

  private List<String> reasons() {
    return producer.history().stream().map(IntakeIT::reason).toList();
  }

  private static String reason(ProducerRecord<byte[], byte[]> letter) {
    byte[] value = letter.headers().lastHeader(DeadLetters.HEADER_PREFIX + "reason").value();
    return new String(value, StandardCharsets.UTF_8);
  }

  private Intake intake() {
    return new Intake(
        new TaskStore(fixture.database()),
        new RecordReader<>(records.deserializer(), SendTask.class),
        new DeadLetters("sending-consumer", "dead-letters", new SimpleMeterRegistry()),
        producer,
        fixture.clock(),
        () -> {});
  }

  private static ConsumerRecords<byte[], byte[]> batch(long offset, byte[]... values) {
    List<ConsumerRecord<byte[], byte[]>> list = new ArrayList<>();
    for (byte[] value : values) {
      list.add(
          new ConsumerRecord<>(
              PARTITION.topic(),
              PARTITION.partition(),
              offset + list.size(),
              new byte[0],
              valueOf(value)));
    }
    return new ConsumerRecords<>(
        Map.of(PARTITION, list), Map.of(PARTITION, new OffsetAndMetadata(offset + list.size())));
  }

  private static byte @Nullable [] valueOf(byte[] value) {
    return value.length == 0 ? null : value;
  }
}
