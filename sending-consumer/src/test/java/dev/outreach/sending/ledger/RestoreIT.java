package dev.outreach.sending.ledger;

import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.domain.Cap;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Limits;
import dev.outreach.sending.domain.Limits.Lane;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Pacing;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.Task;
import dev.outreach.sending.support.FakePlatform;
import dev.outreach.sending.support.OrderFixture;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SendingFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that is older than what was done with it. */
@ExtendWith(Postgres.class)
class RestoreIT {

  private static final TopicPartition PARTITION = new TopicPartition("tasks", 0);

  private SendingFixture fixture;
  private Restore restore;

  @BeforeEach
  void prepare(HikariDataSource database) {
    fixture = new SendingFixture(database);
    restore = new Restore(fixture.database());
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({"QUERYABLE,SENT", "BLIND,QUARANTINED"})
  void shouldNotSendAgainWhatWasSentAfterTheBackup(DeliveryClass deliveryClass, String end) {
    FakePlatform platform = new FakePlatform(deliveryClass, fixture.clock());
    Order inTheBackup = answer("ann", fixture.clock().instant());
    Order readAgain = answer("bob", fixture.clock().instant());
    fixture.order(inTheBackup);
    platform.send(inTheBackup, () -> {});
    platform.send(readAgain, () -> {});

    assertThat(notice(2)).isEqualTo(1);
    read(readAgain, 1);
    start(platform);

    awaitState(inTheBackup, end);
    awaitState(readAgain, end);
    assertThat(platform.accepted()).hasSize(2);
  }

  @Test
  void shouldSendWhatCameAfterTheLostTime() {
    FakePlatform platform = new FakePlatform(DeliveryClass.BLIND, fixture.clock());
    Order fresh = answer("cyd", fixture.clock().instant());

    notice(2);
    read(fresh, 2);
    start(platform);

    awaitState(fresh, "SENT");
  }

  @Test
  void shouldNoticeNothingWhereTheLedgerIsAhead() {
    TaskStore store = new TaskStore(fixture.database());
    store.claim(List.of(PARTITION));
    store.apply(List.of(), Map.of(PARTITION, 7L), fixture.clock().instant());
    Order order = answer("ann", fixture.clock().instant());
    fixture.order(order);

    assertThat(notice(7)).isZero();
    assertThat(fixture.state(order)).isEqualTo("READY");
  }

  @ParameterizedTest
  @CsvSource({"QUERYABLE,SENT", "BLIND,QUARANTINED"})
  void shouldNotSendAgainWhatTheOriginalOfACopySent(DeliveryClass deliveryClass, String end) {
    FakePlatform platform = new FakePlatform(deliveryClass, fixture.clock());
    Order copied = answer("ann", fixture.clock().instant());
    Order stillInTheLog = answer("bob", fixture.clock().instant());
    Order fresh = answer("cyd", fixture.clock().instant());
    assertThat(moved("machine a, folder x")).isZero();
    fixture.order(copied);
    platform.send(copied, () -> {});
    platform.send(stillInTheLog, () -> {});

    assertThat(moved("machine b, folder x")).isEqualTo(1);
    read(stillInTheLog, 1);
    read(fresh, 2);
    start(platform);

    awaitState(copied, end);
    awaitState(stillInTheLog, end);
    awaitState(fresh, "SENT");
    assertThat(platform.accepted()).hasSize(3);
  }

  @Test
  void shouldNoticeNothingWhereItStartsAgainInItsPlace() {
    moved("machine a, folder x");
    Order order = answer("ann", fixture.clock().instant());
    fixture.order(order);

    assertThat(moved("machine a, folder x")).isZero();
    assertThat(fixture.state(order)).isEqualTo("READY");
  }

  @Test
  void shouldCountWhatWasJustClaimedOnlyForItsTime() {
    Cap oneAnHour = new Cap(1, Duration.ofHours(1));
    fixture.limits(
        Limits.none().with(new Lane("INSTAGRAM", Route.OFFICIAL_API), Pacing.capped(oneAnHour)));
    FakePlatform platform = new FakePlatform(DeliveryClass.BLIND, fixture.clock());
    Order inFlight = answer("ann", fixture.clock().instant());
    fixture.order(inFlight);
    try (SendLedger ledger =
        fixture.ledger(SendingFixture.outlets(platform), SendingFixture.impatient())) {
      assertThat(ledger.claim(OrderFixture.STUDIO, 1, fixture.now())).hasSize(1);
    }

    assertThat(notice(2)).isEqualTo(1);
    start(platform);
    awaitState(inFlight, "QUARANTINED");
    Order next = answer("bob", fixture.now());
    fixture.order(next);
    eventually().until(() -> fixture.waitingFor("LIMIT") == 1);
    fixture.clock().advance(oneAnHour.within());

    awaitState(next, "SENT");
  }

  private int moved(String identity) {
    return restore.moved(identity, Map.of(PARTITION, 2L), fixture.clock().instant());
  }

  private int notice(long committed) {
    return restore.notice(Map.of(PARTITION, committed), fixture.clock().instant());
  }

  private void read(Order order, long offset) {
    Placed placed = new Placed(new Task.Ordered(order), PARTITION, offset);
    new TaskStore(fixture.database()).apply(List.of(placed), Map.of(), fixture.clock().instant());
  }

  private void start(FakePlatform platform) {
    fixture.startDispatcher(platform);
    fixture.startCaretaker(platform);
  }

  private void awaitState(Order order, String state) {
    eventually().untilAsserted(() -> assertThat(fixture.state(order)).isEqualTo(state));
  }
}
