package dev.outreach.sending.dispatch;

import static dev.outreach.sending.support.OrderFixture.STUDIO;
import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Transition;
import dev.outreach.sending.ledger.Change;
import dev.outreach.sending.ledger.Claimed;
import dev.outreach.sending.ledger.Details;
import dev.outreach.sending.ledger.SendLedger;
import dev.outreach.sending.support.FakePlatform;
import dev.outreach.sending.support.FakePlatform.Behaviour;
import dev.outreach.sending.support.SendingFixture;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A worker that dies, or freezes and wakes up, at each point of a send. */
class CrashIT extends OneSender {

  private static final Duration LONGER_THAN_A_LEASE = Duration.ofMinutes(1);

  @ParameterizedTest
  @EnumSource(DeliveryClass.class)
  void shouldSendOnceAfterADeathBeforeTheMark(DeliveryClass deliveryClass)
      throws InterruptedException {
    Order order = dieAt(deliveryClass, Point.BEFORE_MARK);

    awaitEnd(order, "SENT");
    assertThat(platform.accepted()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"KEYED,SENT,1", "QUERYABLE,QUARANTINED,0", "BLIND,QUARANTINED,0"})
  void shouldNeverDoubleAfterADeathBetweenMarkAndWrite(
      DeliveryClass deliveryClass, String end, int accepted) throws InterruptedException {
    Order order = dieAt(deliveryClass, Point.AFTER_MARK);

    awaitEnd(order, end);
    assertThat(platform.accepted()).hasSize(accepted);
  }

  @ParameterizedTest
  @CsvSource({"KEYED,SENT", "QUERYABLE,SENT", "BLIND,QUARANTINED"})
  void shouldNeverDoubleAfterADeathBeforeTheOutcomeIsRecorded(
      DeliveryClass deliveryClass, String end) throws InterruptedException {
    Order order = dieAt(deliveryClass, Point.AFTER_WRITE);

    awaitEnd(order, end);
    assertThat(platform.accepted()).hasSize(1);
  }

  @Test
  void shouldStopAWorkerThatWakesUpAfterItsLease() throws InterruptedException {
    CountDownLatch frozen = new CountDownLatch(1);
    CountDownLatch thawed = new CountDownLatch(1);
    platform.next(
        call -> {
          frozen.countDown();
          thawed.await();
          return FakePlatform.accepts(call);
        });
    Order order = answer("ann", fixture.clock().instant());
    fixture.order(order);
    fixture.startDispatcher(platform);
    frozen.await();

    fixture.clock().advance(LONGER_THAN_A_LEASE);
    fixture.startCaretaker(platform);
    fixture.startDispatcher(platform);
    awaitEnd(order, "SENT");
    thawed.countDown();

    fixture.close();
    assertThat(platform.accepted()).hasSize(1);
    assertThat(fixture.told(order)).containsExactly("SUCCEEDED");
  }

  @Test
  void shouldRefuseEveryStepOfAnOldFence() throws InterruptedException {
    Order order = answer("ann", fixture.clock().instant());
    fixture.order(order);
    DispatchSettings settings = SendingFixture.impatient();
    try (SendLedger ledger = fixture.ledger(SendingFixture.outlets(platform), settings)) {
      Claimed old = ledger.claim(STUDIO, 1, fixture.clock().instant()).getFirst();
      fixture.clock().advance(LONGER_THAN_A_LEASE);
      assertThat(ledger.endLeases(fixture.clock().instant(), Duration.ZERO)).isEqualTo(1);
      Claimed current = ledger.claim(STUDIO, 1, fixture.clock().instant()).getFirst();

      for (Transition step : Transition.values()) {
        if (step.fence() == Transition.Fence.HELD) {
          assertThat(ledger.write(step(old, step))).as("%s", step).isFalse();
        }
      }
      assertThat(ledger.write(step(current, Transition.MARK))).isTrue();
    }
  }

  private enum Point {
    BEFORE_MARK,
    AFTER_MARK,
    AFTER_WRITE
  }

  /** A worker dies at a point; another one, and the caretaker, come a lease later. */
  private Order dieAt(DeliveryClass deliveryClass, Point point) throws InterruptedException {
    platform = new FakePlatform(deliveryClass, fixture.clock());
    CountDownLatch there = new CountDownLatch(1);
    platform.next(dying(point, there));
    Order order = answer("ann", fixture.clock().instant());
    fixture.order(order);
    Dispatcher dispatcher = fixture.startDispatcher(platform);
    there.await();
    dispatcher.abandon();
    fixture.clock().advance(LONGER_THAN_A_LEASE);
    fixture.startCaretaker(platform);
    fixture.startDispatcher(platform);
    return order;
  }

  private static Behaviour dying(Point point, CountDownLatch there) {
    return call -> {
      if (point != Point.BEFORE_MARK) {
        call.mark();
      }
      if (point == Point.AFTER_WRITE) {
        call.accept();
      }
      there.countDown();
      new CountDownLatch(1).await();
      return call.accept();
    };
  }

  private Change step(Claimed claimed, Transition step) {
    return Change.of(
        claimed.messageId(),
        step,
        claimed.fence(),
        Details.marked(fixture.clock().instant(), fixture.clock().instant()));
  }

  private void awaitEnd(Order order, String state) {
    eventually().untilAsserted(() -> assertThat(fixture.state(order)).isEqualTo(state));
  }
}
