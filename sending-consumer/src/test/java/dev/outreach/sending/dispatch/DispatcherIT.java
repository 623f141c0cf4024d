package dev.outreach.sending.dispatch;

import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.OrderFixture.approvedAgain;
import static dev.outreach.sending.support.OrderFixture.firstMessage;
import static dev.outreach.sending.support.OrderFixture.resolved;
import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Task;
import dev.outreach.sending.support.FakePlatform;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SendingFixture;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of orders in the ordinary course. */
@ExtendWith(Postgres.class)
class DispatcherIT {

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
    FakePlatform platform = fixture.platform(DeliveryClass.QUERYABLE);
    Order order = answer("ann", fixture.now());
    fixture.order(order, order);
    fixture.startDispatcher(platform);
    fixture.startDispatcher(platform);

    fixture.awaitState(order, "SENT");
    fixture.order(order);

    assertThat(platform.accepted()).hasSize(1);
    assertThat(fixture.told(order)).containsExactly("SUCCEEDED");
  }

  @Test
  void shouldHandAFirstMessageToAPerson() {
    FakePlatform platform = fixture.platform(DeliveryClass.QUERYABLE);
    Order order = firstMessage("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(platform);

    fixture.awaitState(order, "WAITING_PERSON");
    assertThat(fixture.reasonCode(order)).contains("WINDOW_NEVER_OPEN");

    fixture.tell(resolved(order, Task.Resolution.SENT));
    assertThat(fixture.state(order)).isEqualTo("SENT");
    assertThat(fixture.told(order)).containsExactly("NEEDS_PERSON", "SUCCEEDED");
    assertThat(platform.accepted()).isEmpty();
  }

  @Test
  void shouldTellOfAPlatformThatClosesTheWindow() {
    FakePlatform platform = fixture.platform(DeliveryClass.QUERYABLE);
    platform.next(FakePlatform::closesTheWindow);
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(platform);

    fixture.awaitState(order, "WAITING_PERSON");
    assertThat(fixture.reasonCode(order)).contains("WINDOW_CLOSED");
  }

  @Test
  void shouldFailForGoodWhatThePlatformRefuses() {
    FakePlatform platform = fixture.platform(DeliveryClass.QUERYABLE);
    platform.next(FakePlatform::refuses);
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(platform);

    fixture.awaitState(order, "FAILED");
    assertThat(fixture.told(order)).containsExactly("FAILED");
  }

  @Test
  void shouldSendWhatWasApprovedAgainAfterItFailed() {
    FakePlatform platform = fixture.platform(DeliveryClass.QUERYABLE);
    platform.next(FakePlatform::refuses);
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(platform);
    fixture.awaitState(order, "FAILED");

    fixture.order(approvedAgain(order, fixture.now()));
    fixture.awaitState(order, "SENT");
    fixture.order(order);

    assertThat(platform.accepted()).hasSize(1);
    assertThat(fixture.told(order)).containsExactly("FAILED", "SUCCEEDED");
  }

  @Test
  void shouldSendWhatWasApprovedAgainAfterItWasTakenBack() {
    FakePlatform platform = fixture.platform(DeliveryClass.QUERYABLE);
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.tell(
        new Task.Cancelled(order.who().messageId(), new Reason("EDITED", "It is written anew.")));
    assertThat(fixture.state(order)).isEqualTo("CANCELLED");

    Order again = approvedAgain(order, fixture.now());
    fixture.order(again);
    fixture.startDispatcher(platform);
    fixture.awaitState(order, "SENT");

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
    FakePlatform platform = fixture.platform(DeliveryClass.BLIND);
    platform.next(FakePlatform::isUnreachable);
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(platform);

    fixture.awaitState(order, "SENT");
    assertThat(platform.accepted()).hasSize(1);
    assertThat(fixture.told(order)).containsExactly("DEFERRED", "SUCCEEDED");
  }

  @Test
  void shouldLetTheWholeAccountWaitWhenThePlatformAsks() {
    FakePlatform platform = fixture.platform(DeliveryClass.BLIND);
    Instant until = fixture.now().plus(Duration.ofMinutes(10));
    platform.next(FakePlatform.asksToWaitUntil(until));
    Order first = answer("ann", fixture.now());
    fixture.order(first);
    fixture.startDispatcher(platform);
    eventually().until(() -> fixture.told(first).contains("DEFERRED"));

    Order second = answer("bob", fixture.now());
    fixture.order(second);
    eventually().until(() -> fixture.told(second).contains("DEFERRED"));
    assertThat(platform.accepted()).isEmpty();

    fixture.clock().advance(Duration.ofMinutes(11));
    fixture.awaitState(first, "SENT");
    fixture.awaitState(second, "SENT");
    assertThat(platform.accepted()).hasSize(2);
  }

  @Test
  void shouldRefuseBytesThatNobodyApproved() {
    FakePlatform platform = fixture.platform(DeliveryClass.BLIND);
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.tamper("UPDATE social_send_ledger SET body = 'Buy now'");
    fixture.startDispatcher(platform);

    fixture.awaitState(order, "FAILED");
    assertThat(fixture.reasonCode(order)).contains("FINGERPRINT_MISMATCH");
    assertThat(platform.accepted()).isEmpty();
  }

  @Test
  void shouldNotSendAfterTheApprovalRanOut() {
    FakePlatform platform = fixture.platform(DeliveryClass.BLIND);
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.clock().advance(Duration.ofDays(8));
    fixture.startDispatcher(platform);

    fixture.awaitState(order, "EXPIRED");
    assertThat(fixture.told(order)).containsExactly("FAILED");
    assertThat(platform.accepted()).isEmpty();
  }
}
