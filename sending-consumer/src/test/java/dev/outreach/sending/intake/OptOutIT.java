package dev.outreach.sending.intake;

import static dev.outreach.sending.support.OrderFixture.STUDIO;
import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.OrderFixture.foundAgain;
import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.runtime.DeadLetters;
import dev.outreach.runtime.RecordReader;
import dev.outreach.schemas.SendTask;
import dev.outreach.schemas.topics.Topics;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Transition;
import dev.outreach.sending.ledger.Change;
import dev.outreach.sending.ledger.Claimed;
import dev.outreach.sending.ledger.Details;
import dev.outreach.sending.ledger.SendLedger;
import dev.outreach.sending.ledger.TaskStore;
import dev.outreach.sending.support.FakePlatform;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SendingFixture;
import dev.outreach.sending.support.TaskRecords;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the topic says of those who asked not to be contacted, from its bytes to the tables. */
@ExtendWith(Postgres.class)
class OptOutIT {

  private static final TopicPartition PARTITION =
      new TopicPartition(Topics.standard().sendTasks().name(), 1);

  private final TaskRecords records = new TaskRecords();
  private SendingFixture fixture;
  private FakePlatform platform;
  private Intake intake;
  private long offset;

  @BeforeEach
  void prepare(HikariDataSource database) {
    fixture = new SendingFixture(database);
    platform = new FakePlatform(DeliveryClass.BLIND, fixture.clock());
    intake = intake();
    intake.claim(Set.of(PARTITION));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void shouldListThePersonByIdAndByHandle() {
    Order order = answer("Ann", now());

    read(records.suppress(order), records.suppress(order));

    assertThat(entries("PERSON", order.who().profileId())).isEqualTo(1);
    assertThat(entries("HANDLE", "instagram:ann")).isEqualTo(1);
  }

  @Test
  void shouldRefuseTheSamePersonUnderAnotherProfile() {
    Order known = answer("ann", now());
    Order again = foundAgain(known);
    Order other = answer("bob", now());

    read(records.suppress(known), records.order(again), records.order(other));
    fixture.startDispatcher(platform);

    eventually().until(() -> fixture.state(other).equals("SENT"));
    eventually().until(() -> fixture.told(again).equals(List.of("WITHDRAWN")));
    assertThat(fixture.reasonCode(again)).contains("SUPPRESSED");
    assertThat(platform.accepted()).hasSize(1);
  }

  @Test
  void shouldStopWhatIsClaimedAlreadyAtTheWriteMark() throws InterruptedException {
    Order known = answer("ann", now());
    Order again = foundAgain(known);
    read(records.order(again));
    try (SendLedger ledger =
        fixture.ledger(SendingFixture.outlets(platform), SendingFixture.impatient())) {
      Instant now = now().plusSeconds(1);
      Claimed claimed = ledger.claim(STUDIO, 10, now).getFirst();

      read(records.suppress(known));

      Details details = Details.marked(now, now.plus(Duration.ofSeconds(30)));
      assertThat(
              ledger.write(
                  Change.of(claimed.messageId(), Transition.MARK, claimed.fence(), details)))
          .isFalse();
      assertThat(fixture.state(again)).isEqualTo("CLAIMED");
    }
  }

  private int entries(String kind, String value) {
    return fixture.number(
        "SELECT count(*) FROM social_send_suppressions WHERE kind = '%s' AND value = '%s'"
            .formatted(kind, value));
  }

  private void read(byte[]... values) {
    List<ConsumerRecord<byte[], byte[]>> list = new ArrayList<>();
    for (byte[] value : values) {
      list.add(
          new ConsumerRecord<>(
              PARTITION.topic(), PARTITION.partition(), offset++, new byte[0], value));
    }
    intake.apply(
        new ConsumerRecords<>(
            Map.of(PARTITION, list), Map.of(PARTITION, new OffsetAndMetadata(offset))));
  }

  private Intake intake() {
    return new Intake(
        new TaskStore(fixture.database()),
        new RecordReader<>(records.deserializer(), SendTask.class),
        new DeadLetters("sending-consumer", "dead-letters", new SimpleMeterRegistry()),
        new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()),
        fixture.clock(),
        () -> {});
  }

  private Instant now() {
    return fixture.clock().instant();
  }
}
