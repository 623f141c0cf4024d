package dev.outreach.sending.dispatch;

import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.OrderFixture.firstMessage;
import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.sending.domain.Cap;
import dev.outreach.sending.domain.Limits;
import dev.outreach.sending.domain.Limits.Lane;
import dev.outreach.sending.domain.OfficialWay;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Outlets;
import dev.outreach.sending.domain.Pacing;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.Task;
import dev.outreach.sending.ledger.Accounts;
import dev.outreach.sending.support.FakePlatform;
import dev.outreach.sending.support.OrderFixture;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutesIT extends OneSender {

  private static final Cap ONE_A_DAY = new Cap(1, Duration.ofDays(1));

  @Test
  void shouldSendByAThirdPartyOnlyOnceItsRiskIsAccepted() {
    Outlets outlets =
        new Outlets(Map.of(), Map.of(OrderFixture.STUDIO, platform), Set.of("INSTAGRAM"));
    Order refused = firstMessage("ann", fixture.now());
    fixture.order(refused);
    fixture.startDispatcher(outlets);
    eventually().until(() -> fixture.state(refused).equals("WAITING_PERSON"));
    assertThat(fixture.reasonCode(refused)).contains("THIRD_PARTY_NOT_ACCEPTED");

    fixture.number("SELECT social_send_accept_risk('INSTAGRAM', 'studio', 'Ada Byron', now())");
    Order accepted = firstMessage("bob", fixture.now());
    fixture.order(accepted);

    eventually().until(() -> fixture.state(accepted).equals("SENT"));
    assertThat(
            fixture.number("SELECT count(*) FROM social_send_ledger WHERE route = 'THIRD_PARTY'"))
        .isEqualTo(1);
  }

  @Test
  void shouldGiveAPersonWhatTheThirdPartyMayNotSendEither() {
    Outlets outlets =
        new Outlets(Map.of(), Map.of(OrderFixture.STUDIO, platform), Set.of("INSTAGRAM"));
    new Accounts(fixture.database()).acceptRisk(OrderFixture.STUDIO, "Ada Byron", fixture.now());
    fixture.limits(
        Limits.none().with(new Lane("INSTAGRAM", Route.MANUAL), Pacing.capped(ONE_A_DAY)));
    platform.next(FakePlatform::closesTheWindow, FakePlatform::closesTheWindow);
    Order first = firstMessage("ann", fixture.now());
    Order second = firstMessage("bob", fixture.now());
    fixture.order(first, second);
    fixture.startDispatcher(outlets);

    eventually().until(() -> fixture.count("WAITING_PERSON") == 1);
    eventually().until(() -> fixture.waitingFor("LIMIT") == 1);
    fixture.clock().advance(ONE_A_DAY.within());
    Order inHand = fixture.state(first).equals("WAITING_PERSON") ? first : second;
    fixture.tell(OrderFixture.resolved(inHand, Task.Resolution.SENT));
    fixture.clock().advance(ONE_A_DAY.within());

    fixture.awaitState(inHand.equals(first) ? second : first, "WAITING_PERSON");
    assertThat(fixture.waitingFor("WINDOW_CLOSED")).isEqualTo(1);
    assertThat(platform.accepted()).isEmpty();
  }

  @Test
  void shouldGiveAPersonWhatIsRefusedInTheLongerWindowToo() {
    Outlets outlets =
        new Outlets(
            Map.of(OrderFixture.STUDIO, new Outlets.Official(platform, OfficialWay.LONG_ANSWERS)),
            Map.of(),
            Set.of());
    platform.next(FakePlatform::closesTheWindow, FakePlatform::closesTheWindow);
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(outlets);

    fixture.awaitState(order, "WAITING_PERSON");
    assertThat(fixture.reasonCode(order)).contains("WINDOW_CLOSED");
    assertThat(platform.accepted()).isEmpty();
  }

  @Test
  void shouldSendForAPartnerOnlyWhatAPersonClicksFor() {
    Outlets outlets =
        new Outlets(
            Map.of(OrderFixture.STUDIO, new Outlets.Official(platform, OfficialWay.CLICKS)),
            Map.of(),
            Set.of("INSTAGRAM"));
    Order order = firstMessage("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(outlets);
    fixture.startCaretaker(platform);
    eventually().until(() -> fixture.reasonCode(order).equals(Optional.of("CLICK_NEEDED")));
    assertThat(platform.accepted()).isEmpty();

    fixture.number(
        "SELECT social_send_click('workspace', '%s', now())::int"
            .formatted(order.who().messageId()));

    eventually().until(() -> fixture.state(order).equals("SENT"));
  }
}
