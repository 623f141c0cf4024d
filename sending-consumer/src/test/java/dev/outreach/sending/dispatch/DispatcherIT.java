package dev.outreach.sending.dispatch;

import static dev.outreach.sending.support.OrderFixture.STUDIO;
import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.OrderFixture.approvedAgain;
import static dev.outreach.sending.support.OrderFixture.firstMessage;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(Postgres.class)
class DispatcherIT {

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
  void shouldSendOnceWhatIsOrderedTwice() {
    FakePlatform platform = platform(DeliveryClass.QUERYABLE);
    Order order = answer("ann", now());
    fixture.order(order, order);
    fixture.startDispatcher(platform);
    fixture.startDispatcher(platform);

    awaitState(order, "SENT");
    fixture.order(order);

    assertThat(platform.accepted()).hasSize(1);
    assertThat(fixture.told(order)).containsExactly("SUCCEEDED");
  }

  @Test
  void shouldHandAFirstMessageToAPerson() {
    FakePlatform platform = platform(DeliveryClass.QUERYABLE);
    Order order = firstMessage("ann", now());
    fixture.order(order);
    fixture.startDispatcher(platform);

    awaitState(order, "WAITING_PERSON");
    assertThat(fixture.reasonCode(order)).contains("WINDOW_NEVER_OPEN");

    fixture.tell(resolved(order, Task.Resolution.SENT));
    assertThat(fixture.state(order)).isEqualTo("SENT");
    assertThat(fixture.told(order)).containsExactly("NEEDS_PERSON", "SUCCEEDED");
    assertThat(platform.accepted()).isEmpty();
  }

  @Test
  void shouldTellOfAPlatformThatClosesTheWindow() {
    FakePlatform platform = platform(DeliveryClass.QUERYABLE);
    platform.next(FakePlatform::closesTheWindow);
    Order order = answer("ann", now());
    fixture.order(order);
    fixture.startDispatcher(platform);

    awaitState(order, "WAITING_PERSON");
    assertThat(fixture.reasonCode(order)).contains("WINDOW_CLOSED");
  }

  @Test
  void shouldFailForGoodWhatThePlatformRefuses() {
    FakePlatform platform = platform(DeliveryClass.QUERYABLE);
    platform.next(FakePlatform::refuses);
    Order order = answer("ann", now());
    fixture.order(order);
    fixture.startDispatcher(platform);

    awaitState(order, "FAILED");
    assertThat(fixture.told(order)).containsExactly("FAILED");
  }

  @Test
  void shouldSendWhatWasApprovedAgainAfterItFailed() {
    FakePlatform platform = platform(DeliveryClass.QUERYABLE);
    platform.next(FakePlatform::refuses);
    Order order = answer("ann", now());
    fixture.order(order);
    fixture.startDispatcher(platform);
    awaitState(order, "FAILED");

    fixture.order(approvedAgain(order, now()));
    awaitState(order, "SENT");
    fixture.order(order);

    assertThat(platform.accepted()).hasSize(1);
    assertThat(fixture.told(order)).containsExactly("FAILED", "SUCCEEDED");
  }

  @Test
  void shouldSendWhatWasApprovedAgainAfterItWasTakenBack() {
    FakePlatform platform = platform(DeliveryClass.QUERYABLE);
    Order order = answer("ann", now());
    fixture.order(order);
    fixture.tell(
        new Task.Cancelled(order.who().messageId(), new Reason("EDITED", "It is written anew.")));
    assertThat(fixture.state(order)).isEqualTo("CANCELLED");

    Order again = approvedAgain(order, now());
    fixture.order(again);
    fixture.startDispatcher(platform);
    awaitState(order, "SENT");

    assertThat(fixture.told(order)).containsExactly("WITHDRAWN", "SUCCEEDED");
    assertThat(
            fixture.number(
                "SELECT count(*) FROM social_send_outbox WHERE outcome = 'SUCCEEDED'"
                    + " AND order_id = '"
                    + again.orderId()
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void shouldTryAgainWhatNeverReachedThePlatform() {
    FakePlatform platform = platform(DeliveryClass.BLIND);
    platform.next(FakePlatform::isUnreachable);
    Order order = answer("ann", now());
    fixture.order(order);
    fixture.startDispatcher(platform);

    awaitState(order, "SENT");
    assertThat(platform.accepted()).hasSize(1);
    assertThat(fixture.told(order)).containsExactly("DEFERRED", "SUCCEEDED");
  }

  @Test
  void shouldLetTheWholeAccountWaitWhenThePlatformAsks() {
    FakePlatform platform = platform(DeliveryClass.BLIND);
    Instant until = now().plus(Duration.ofMinutes(10));
    platform.next(FakePlatform.asksToWaitUntil(until));
    Order first = answer("ann", now());
    fixture.order(first);
    fixture.startDispatcher(platform);
    eventually().until(() -> fixture.told(first).contains("DEFERRED"));

    Order second = answer("bob", now());
    fixture.order(second);
    eventually().until(() -> fixture.told(second).contains("DEFERRED"));
    assertThat(platform.accepted()).isEmpty();

    fixture.clock().advance(Duration.ofMinutes(11));
    awaitState(first, "SENT");
    awaitState(second, "SENT");
    assertThat(platform.accepted()).hasSize(2);
  }

  @Test
  void shouldSendWhatAnswersAfterTheDeadlineOnlyOnce() {
    FakePlatform platform = platform(DeliveryClass.BLIND);
    CountDownLatch never = new CountDownLatch(1);
    platform.next(
        call -> {
          call.mark();
          call.accept();
          never.await();
          return call.accept();
        });
    Order order = answer("ann", now());
    fixture.order(order);
    fixture.startDispatcher(platform);
    fixture.startCaretaker(platform);

    awaitState(order, "QUARANTINED");
    assertThat(platform.accepted()).hasSize(1);
    assertThat(fixture.told(order)).containsExactly("DEFERRED", "UNCONFIRMED");
  }

  @ParameterizedTest
  @EnumSource(DeliveryClass.class)
  void shouldSettleAnAcceptedMessageWhoseAnswerIsLost(DeliveryClass deliveryClass) {
    FakePlatform platform = platform(deliveryClass);
    platform.next(FakePlatform::acceptsSilently);
    Order order = answer("ann", now());
    fixture.order(order);
    fixture.startDispatcher(platform);
    fixture.startCaretaker(platform);

    awaitState(order, deliveryClass == DeliveryClass.BLIND ? "QUARANTINED" : "SENT");
    assertThat(platform.accepted()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(DeliveryClass.class)
  void shouldSettleALostRequest(DeliveryClass deliveryClass) {
    FakePlatform platform = platform(deliveryClass);
    platform.next(FakePlatform::losesTheRequest);
    Order order = answer("ann", now());
    fixture.order(order);
    fixture.startDispatcher(platform);
    fixture.startCaretaker(platform);

    boolean repeats = deliveryClass == DeliveryClass.KEYED;
    awaitState(order, repeats ? "SENT" : "QUARANTINED");
    assertThat(platform.accepted()).hasSize(repeats ? 1 : 0);
  }

  @Test
  void shouldLookBeforeItRepeatsWhatAPersonWantsRepeated() {
    FakePlatform platform = platform(DeliveryClass.QUERYABLE);
    CountDownLatch late = new CountDownLatch(1);
    platform.next(FakePlatform::losesTheRequest);
    Order order = answer("ann", now());
    fixture.order(order);
    fixture.startCaretaker(platform);
    Dispatcher dispatcher = fixture.startDispatcher(platform);
    awaitState(order, "QUARANTINED");
    dispatcher.close();
    platform.send(order, late::countDown);

    fixture.tell(resolved(order, Task.Resolution.RETRY));
    fixture.startDispatcher(platform);

    awaitState(order, "SENT");
    assertThat(platform.accepted()).hasSize(1);
  }

  @Test
  void shouldNotSendWhatWasTakenBackWhileItWasConnecting() throws InterruptedException {
    FakePlatform platform = platform(DeliveryClass.BLIND);
    CountDownLatch connecting = new CountDownLatch(1);
    CountDownLatch connected = new CountDownLatch(1);
    platform.next(
        call -> {
          connecting.countDown();
          connected.await();
          return FakePlatform.accepts(call);
        });
    Order order = answer("ann", now());
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
    FakePlatform platform = platform(DeliveryClass.BLIND);
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    platform.next(
        call -> {
          call.mark();
          written.countDown();
          answered.await();
          return call.accept();
        });
    Order order = answer("ann", now());
    fixture.order(order);
    fixture.startDispatcher(platform);
    written.await();

    fixture.tell(new Task.Cancelled(order.who().messageId(), OPTED_OUT));
    answered.countDown();

    awaitState(order, "SENT");
    assertThat(fixture.told(order)).containsExactly("SUCCEEDED");
  }

  @Test
  void shouldTakeBackAfterAllWhatThePlatformTurnedAway() throws InterruptedException {
    FakePlatform platform = platform(DeliveryClass.BLIND);
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    platform.next(
        call -> {
          call.mark();
          written.countDown();
          answered.await();
          return FakePlatform.isUnreachable(call);
        });
    Order order = answer("ann", now());
    fixture.order(order);
    fixture.startDispatcher(platform);
    written.await();

    fixture.tell(new Task.Cancelled(order.who().messageId(), OPTED_OUT));
    answered.countDown();

    awaitState(order, "CANCELLED");
    assertThat(platform.accepted()).isEmpty();
    assertThat(fixture.told(order)).containsExactly("DEFERRED", "WITHDRAWN");
  }

  @Test
  void shouldHonourAPauseUpToTheLastMoment() throws InterruptedException {
    FakePlatform platform = platform(DeliveryClass.BLIND);
    CountDownLatch connecting = new CountDownLatch(1);
    CountDownLatch connected = new CountDownLatch(1);
    platform.next(
        call -> {
          connecting.countDown();
          connected.await();
          return FakePlatform.accepts(call);
        });
    Order order = answer("ann", now());
    fixture.order(order);
    fixture.startDispatcher(platform);
    connecting.await();
    Accounts accounts = new Accounts(fixture.database());

    accounts.pause(STUDIO, "ada", now());
    connected.countDown();
    eventually().until(() -> fixture.reasonCode(order).equals(Optional.of("ACCOUNT_PAUSED")));
    assertThat(platform.accepted()).isEmpty();

    accounts.resume(STUDIO);
    awaitState(order, "SENT");
    assertThat(platform.accepted()).hasSize(1);
  }

  @Test
  void shouldRefuseBytesThatNobodyApproved() {
    FakePlatform platform = platform(DeliveryClass.BLIND);
    Order order = answer("ann", now());
    fixture.order(order);
    fixture.tamper("UPDATE social_send_ledger SET body = 'Buy now'");
    fixture.startDispatcher(platform);

    awaitState(order, "FAILED");
    assertThat(fixture.reasonCode(order)).contains("FINGERPRINT_MISMATCH");
    assertThat(platform.accepted()).isEmpty();
  }

  @Test
  void shouldNotSendAfterTheApprovalRanOut() {
    FakePlatform platform = platform(DeliveryClass.BLIND);
    Order order = answer("ann", now());
    fixture.order(order);
    fixture.clock().advance(Duration.ofDays(8));
    fixture.startDispatcher(platform);

    awaitState(order, "EXPIRED");
    assertThat(fixture.told(order)).containsExactly("FAILED");
    assertThat(platform.accepted()).isEmpty();
  }

  private FakePlatform platform(DeliveryClass deliveryClass) {
    return new FakePlatform(deliveryClass, fixture.clock());
  }

  private Instant now() {
    return fixture.clock().instant();
  }

  private void awaitState(Order order, String state) {
    eventually().untilAsserted(() -> assertThat(fixture.state(order)).isEqualTo(state));
  }

  private static Task resolved(Order order, Task.Resolution resolution) {
    return new Task.Resolved(
        order.who().messageId(),
        resolution,
        Optional.empty(),
        Optional.empty(),
        Task.Sighting.NONE,
        "checked");
  }
}
