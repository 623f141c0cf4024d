package dev.outreach.sending.dispatch;

import static dev.outreach.sending.support.OrderFixture.firstMessage;
import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.sending.domain.OfficialWay;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Outlets;
import dev.outreach.sending.support.OrderFixture;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutesIT extends OneSender {

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
