package dev.outreach.sending.relay;

import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.OrderFixture.firstMessage;
import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.schemas.SendNeedsPerson;
import dev.outreach.schemas.SendResult;
import dev.outreach.schemas.SendSucceeded;
import dev.outreach.schemas.topics.Topics;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.ledger.Outbox;
import dev.outreach.sending.support.FakePlatform;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SendingFixture;
import dev.outreach.sending.support.TaskRecords;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.class)
class ResultRelayIT {

  private final TaskRecords records = new TaskRecords();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private SendingFixture fixture;

  @BeforeEach
  void prepare(HikariDataSource database) {
    fixture = new SendingFixture(database);
    FakePlatform platform = new FakePlatform(DeliveryClass.QUERYABLE, fixture.clock());
    fixture.startDispatcher(platform);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void shouldTellEachResultOnceUnderAnIdThatFollowsFromIt() {
    Order answered = answer("ann", fixture.clock().instant());
    Order byHand = firstMessage("bob", fixture.clock().instant());
    fixture.order(answered, byHand);

    try (ResultRelay relay = relay()) {
      relay.start();
      eventually().until(() -> producer.history().size() == 2);
    }

    assertThat(results())
        .extracting(SendResult::getOutcome)
        .hasAtLeastOneElementOfType(SendSucceeded.class)
        .hasAtLeastOneElementOfType(SendNeedsPerson.class);
    assertThat(results())
        .allSatisfy(result -> assertThat(result.getOrderId()).isPresent())
        .extracting(SendResult::getAttempt)
        .containsOnly(1);
  }

  @Test
  void shouldTellAgainUnderTheSameIdWhatWasNotSafeYet() {
    Order order = answer("ann", fixture.clock().instant());
    fixture.order(order);
    eventually().until(() -> fixture.told(order).size() == 1);
    producer.sendException = new KafkaException("no broker");

    try (ResultRelay relay = relay()) {
      relay.start();
      eventually().until(() -> !relay.health().isUp());
      producer.sendException = null;
      eventually().until(() -> !producer.history().isEmpty());
      eventually().until(() -> new Outbox(fixture.database()).oldestUnpublished().isEmpty());
    }

    assertThat(results()).hasSize(1);
  }

  private List<SendResult> results() {
    return producer.history().stream().map(record -> records.result(record.value())).toList();
  }

  private ResultRelay relay() {
    return new ResultRelay(
        new Outbox(fixture.database()),
        producer,
        records.resultSerializer(),
        Topics.standard().sendResults(),
        fixture.clock());
  }
}
