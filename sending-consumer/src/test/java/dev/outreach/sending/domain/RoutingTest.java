package dev.outreach.sending.domain;

import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.OrderFixture.firstMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.sending.domain.Result.Route;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoutingTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void shouldTakeTheOfficialWayWhileTheWindowIsOpen() {
    assertThat(Routing.decideRoute(answer("ann", NOW), Ways.officially(OfficialWay.ANSWERS), NOW))
        .isEqualTo(new RouteDecision.Automatic(Route.OFFICIAL_API));
  }

  @Test
  void shouldGiveAFirstMessageToAPerson() {
    assertThat(code(firstMessage("ann", NOW), OfficialWay.ANSWERS, NOW))
        .isEqualTo("WINDOW_NEVER_OPEN");
  }

  @Test
  void shouldCloseTheOfficialWayAtTheEndOfTheWindow() {
    Order order = answer("ann", NOW);

    assertThat(code(order, OfficialWay.ANSWERS, NOW.plus(Duration.ofHours(20))))
        .isEqualTo("WINDOW_CLOSED");
  }

  @Test
  void shouldSayThatNoCredentialsAreConfigured() {
    assertThat(code(answer("ann", NOW), OfficialWay.NOT_CONFIGURED, NOW))
        .isEqualTo("NOT_CONFIGURED");
  }

  @Test
  void shouldSayThatThePlatformLetsNoSoftwareSend() {
    assertThat(code(answer("ann", NOW), OfficialWay.NOT_OFFERED, NOW))
        .isEqualTo("NO_OFFICIAL_ROUTE");
  }

  @Test
  void shouldLeadAPersonToTheConversation() {
    assertThat(Routing.linkFor(answer("ann", NOW))).contains("https://ig.me/m/ann");
  }

  private static String code(Order order, OfficialWay way, Instant now) {
    RouteDecision decision = Routing.decideRoute(order, Ways.officially(way), now);
    assertThat(decision).isInstanceOf(RouteDecision.Person.class);
    return ((RouteDecision.Person) decision).reason().code();
  }
}
