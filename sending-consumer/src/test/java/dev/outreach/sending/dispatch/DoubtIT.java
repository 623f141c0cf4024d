package dev.outreach.sending.dispatch;

import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.OrderFixture.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Task;
import dev.outreach.sending.support.FakePlatform;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SendingFixture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody can tell what became of a call. */
@ExtendWith(Postgres.class)
class DoubtIT {

  private SendingFixture fixture;

  @BeforeEach
  void prepare(HikariDataSource database) {
    fixture = new SendingFixture(database);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void shouldSendWhatAnswersAfterTheDeadlineOnlyOnce() {
    FakePlatform platform = fixture.platform(DeliveryClass.BLIND);
    CountDownLatch never = new CountDownLatch(1);
    platform.next(
        call -> {
          call.mark();
          call.accept();
          never.await();
          return call.accept();
        });
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(platform);
    fixture.startCaretaker(platform);

    fixture.awaitState(order, "QUARANTINED");
    assertThat(platform.accepted()).hasSize(1);
    assertThat(fixture.told(order)).containsExactly("DEFERRED", "UNCONFIRMED");
  }

  @ParameterizedTest
  @EnumSource(DeliveryClass.class)
  void shouldSettleAnAcceptedMessageWhoseAnswerIsLost(DeliveryClass deliveryClass) {
    FakePlatform platform = fixture.platform(deliveryClass);
    platform.next(FakePlatform::acceptsSilently);
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(platform);
    fixture.startCaretaker(platform);

    fixture.awaitState(order, deliveryClass == DeliveryClass.BLIND ? "QUARANTINED" : "SENT");
    assertThat(platform.accepted()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(DeliveryClass.class)
  void shouldSettleALostRequest(DeliveryClass deliveryClass) {
    FakePlatform platform = fixture.platform(deliveryClass);
    platform.next(FakePlatform::losesTheRequest);
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(platform);
    fixture.startCaretaker(platform);

    boolean repeats = deliveryClass == DeliveryClass.KEYED;
    fixture.awaitState(order, repeats ? "SENT" : "QUARANTINED");
    assertThat(platform.accepted()).hasSize(repeats ? 1 : 0);
  }

  @Test
  void shouldLookBeforeItRepeatsWhatAPersonWantsRepeated() {
    FakePlatform platform = fixture.platform(DeliveryClass.QUERYABLE);
    CountDownLatch late = new CountDownLatch(1);
    platform.next(FakePlatform::losesTheRequest);
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.startCaretaker(platform);
    Dispatcher dispatcher = fixture.startDispatcher(platform);
    fixture.awaitState(order, "QUARANTINED");
    dispatcher.close();
    platform.send(order, late::countDown);

    fixture.tell(resolved(order, Task.Resolution.RETRY));
    fixture.startDispatcher(platform);

    fixture.awaitState(order, "SENT");
    assertThat(platform.accepted()).hasSize(1);
  }
}
