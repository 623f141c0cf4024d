package dev.outreach.sending.dispatch;

import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.OrderFixture.firstMessage;
import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.ledger.Suppressions;
import dev.outreach.sending.support.OrderFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressedIT extends OneSender {

  @Test
  void shouldSendNothingToASuppressedDomain() {
    Order below = OrderFixture.linkingTo(answer("ann", fixture.now()), "shop.example.com");
    Order beside = OrderFixture.linkingTo(answer("bob", fixture.now()), "notexample.com");
    new Suppressions(fixture.database())
        .add(
            "workspace",
            new Suppressions.Who.Domain("Example.com"),
            new Reason("SUPPRESSED", "A competitor."),
            fixture.now());
    fixture.order(below, beside);
    fixture.startDispatcher(platform);

    eventually().until(() -> fixture.told(below).equals(List.of("WITHDRAWN")));
    eventually().until(() -> fixture.state(beside).equals("SENT"));
    assertThat(platform.accepted()).hasSize(1);
  }

  @Test
  void shouldTakeBackFromAPersonWhatIsForSomebodySuppressedMeanwhile() {
    Order suppressed = firstMessage("ann", fixture.now());
    Order other = firstMessage("bob", fixture.now());
    fixture.order(suppressed, other);
    fixture.startDispatcher(platform);
    fixture.startCaretaker(platform);
    eventually().until(() -> fixture.count("WAITING_PERSON") == 2);

    new Suppressions(fixture.database())
        .add(
            "workspace",
            new Suppressions.Who.Handle("instagram", "ann"),
            new Reason("SUPPRESSED", "She asked at the fair."),
            fixture.now());

    eventually()
        .untilAsserted(
            () ->
                assertThat(fixture.told(suppressed)).containsExactly("NEEDS_PERSON", "WITHDRAWN"));
    assertThat(fixture.state(suppressed)).isEqualTo("CANCELLED");
    assertThat(fixture.state(other)).isEqualTo("WAITING_PERSON");
  }

  @Test
  void shouldSendNothingToSomebodySuppressed() {
    Order person = answer("ann", fixture.now());
    Order handle = answer("Bob", fixture.now());
    Suppressions suppressions = new Suppressions(fixture.database());
    Reason reason = new Reason("OPT_OUT", "The person wants no messages.");
    suppressions.add(
        "workspace", new Suppressions.Who.Person(person.who().profileId()), reason, fixture.now());
    suppressions.add(
        "workspace", new Suppressions.Who.Handle("instagram", "BOB"), reason, fixture.now());
    fixture.order(person, handle);
    fixture.startDispatcher(platform);

    eventually().until(() -> fixture.told(person).equals(List.of("WITHDRAWN")));
    eventually().until(() -> fixture.told(handle).equals(List.of("WITHDRAWN")));
    assertThat(platform.accepted()).isEmpty();
  }
}
