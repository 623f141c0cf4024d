package dev.outreach.sending.dispatch;

import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.OrderFixture.firstMessage;
import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Task;
import dev.outreach.sending.support.FakePlatform;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger makes of our own message when the platform shows it. */
class EchoIT extends OneSender {

  private Order order;

  @BeforeEach
  void order() {
    order = answer("ann", fixture.clock().instant());
  }

  @Test
  void shouldSettleWhatNobodyCouldTell() {
    platform.next(FakePlatform::acceptsSilently);
    fixture.order(order);
    fixture.startDispatcher(platform);
    fixture.startCaretaker(platform);
    awaitState("QUARANTINED");

    fixture.tell(echo());

    assertThat(fixture.state(order)).isEqualTo("SENT");
    assertThat(fixture.told(order)).containsExactly("DEFERRED", "UNCONFIRMED", "SUCCEEDED");
  }

  @Test
  void shouldBelieveTheEchoBeforeTheAnswerAndTellTheSuccessOnce() {
    CountDownLatch echoed = new CountDownLatch(1);
    platform.next(
        call -> {
          call.mark();
          echoed.await();
          return call.accept();
        });
    fixture.order(order);
    fixture.startDispatcher(platform);
    awaitState("WRITING");

    fixture.tell(echo());
    assertThat(fixture.state(order)).isEqualTo("SENT");
    echoed.countDown();

    eventually().untilAsserted(() -> assertThat(platform.accepted()).hasSize(1));
    assertThat(fixture.told(order)).containsExactly("SUCCEEDED");
  }

  @Test
  void shouldNotSendWhatSomebodyTypedInThePlatformsOwnAppMeanwhile() {
    fixture.order(order);
    fixture.tell(echo());
    fixture.startDispatcher(platform);

    assertThat(fixture.state(order)).isEqualTo("SENT");
    assertThat(platform.accepted()).isEmpty();
  }

  @Test
  void shouldMarkAMessageOfTheManualLaneAsSent() {
    order = firstMessage("ann", fixture.clock().instant());
    fixture.order(order);
    fixture.startDispatcher(platform);
    awaitState("WAITING_PERSON");

    fixture.tell(echo());

    assertThat(fixture.state(order)).isEqualTo("SENT");
    assertThat(fixture.told(order)).containsExactly("NEEDS_PERSON", "SUCCEEDED");
  }

  private void awaitState(String state) {
    eventually().untilAsserted(() -> assertThat(fixture.state(order)).isEqualTo(state));
  }

  private Task echo() {
    return new Task.Resolved(
        order.who().messageId(),
        Task.Resolution.SENT,
        Optional.empty(),
        Optional.of(fixture.clock().instant()),
        new Task.Sighting(Optional.of("mid-of-" + order.who().messageId()), Optional.empty()),
        "seen by PLATFORM");
  }
}
