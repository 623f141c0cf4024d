package dev.outreach.sending.dispatch;

import static dev.outreach.sending.support.OrderFixture.STUDIO;
import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Task;
import dev.outreach.sending.ledger.Accounts;
import dev.outreach.sending.support.FakePlatform;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SendingFixture;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Taken back or paused while a worker is about to send. */
@ExtendWith(Postgres.class)
class LastMomentIT {

  private static final Reason OPTED_OUT = new Reason("OPT_OUT", "The person wants no messages.");

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
  void shouldNotSendWhatWasTakenBackWhileItWasConnecting() throws InterruptedException {
    FakePlatform platform = fixture.platform(DeliveryClass.BLIND);
    CountDownLatch connecting = new CountDownLatch(1);
    CountDownLatch connected = new CountDownLatch(1);
    platform.next(
        call -> {
          connecting.countDown();
          connected.await();
          return FakePlatform.accepts(call);
        });
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(platform);
    connecting.await();

    fixture.tell(new Task.Cancelled(order.who().messageId(), OPTED_OUT));
    connected.countDown();

    assertThat(fixture.state(order)).isEqualTo("CANCELLED");
    assertThat(fixture.told(order)).containsExactly("WITHDRAWN");
    fixture.close();
    assertThat(platform.accepted()).isEmpty();
  }

  @Test
  void shouldLetTheSendWinThatHasBegunBeforeItIsTakenBack() throws InterruptedException {
    FakePlatform platform = fixture.platform(DeliveryClass.BLIND);
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    platform.next(
        call -> {
          call.mark();
          written.countDown();
          answered.await();
          return call.accept();
        });
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(platform);
    written.await();

    fixture.tell(new Task.Cancelled(order.who().messageId(), OPTED_OUT));
    answered.countDown();

    fixture.awaitState(order, "SENT");
    assertThat(fixture.told(order)).containsExactly("SUCCEEDED");
  }

  @Test
  void shouldTakeBackAfterAllWhatThePlatformTurnedAway() throws InterruptedException {
    FakePlatform platform = fixture.platform(DeliveryClass.BLIND);
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    platform.next(
        call -> {
          call.mark();
          written.countDown();
          answered.await();
          return FakePlatform.isUnreachable(call);
        });
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(platform);
    written.await();

    fixture.tell(new Task.Cancelled(order.who().messageId(), OPTED_OUT));
    answered.countDown();

    fixture.awaitState(order, "CANCELLED");
    assertThat(platform.accepted()).isEmpty();
    assertThat(fixture.told(order)).containsExactly("DEFERRED", "WITHDRAWN");
  }

  @Test
  void shouldHonourAPauseUpToTheLastMoment() throws InterruptedException {
    FakePlatform platform = fixture.platform(DeliveryClass.BLIND);
    CountDownLatch connecting = new CountDownLatch(1);
    CountDownLatch connected = new CountDownLatch(1);
    platform.next(
        call -> {
          connecting.countDown();
          connected.await();
          return FakePlatform.accepts(call);
        });
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(platform);
    connecting.await();
    Accounts accounts = new Accounts(fixture.database());

    accounts.pause(STUDIO, "ada", fixture.now());
    connected.countDown();
    eventually().until(() -> fixture.reasonCode(order).equals(Optional.of("ACCOUNT_PAUSED")));
    assertThat(platform.accepted()).isEmpty();

    accounts.resume(STUDIO);
    fixture.awaitState(order, "SENT");
    assertThat(platform.accepted()).hasSize(1);
  }
}
