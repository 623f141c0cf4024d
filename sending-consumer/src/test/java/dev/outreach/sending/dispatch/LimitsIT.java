package dev.outreach.sending.dispatch;

import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.OrderFixture.firstMessage;
import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.sending.domain.Cap;
import dev.outreach.sending.domain.Limits;
import dev.outreach.sending.domain.Limits.Lane;
import dev.outreach.sending.domain.OpenHours;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Pacing;
import dev.outreach.sending.domain.RampUp;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.Task;
import dev.outreach.sending.ledger.Accounts;
import dev.outreach.sending.support.FakePlatform;
import dev.outreach.sending.support.OrderFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LimitsIT extends OneSender {

  private static final Duration WINDOW = Duration.ofMillis(500);
  private static final Lane OFFICIAL = new Lane("INSTAGRAM", Route.OFFICIAL_API);
  private static final Lane BY_HAND = new Lane("INSTAGRAM", Route.MANUAL);

  @Test
  void shouldKeepTheLimitWithTwoSenders() {
    fixture.limits(Limits.none().with(OFFICIAL, Pacing.capped(new Cap(3, WINDOW))));
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      orders.add(answer("person" + i, fixture.now()));
    }
    fixture.order(orders.toArray(Order[]::new));
    fixture.startDispatcher(platform);
    fixture.startDispatcher(platform);

    eventually().until(() -> platform.accepted().size() == 15);

    List<Instant> arrivals =
        platform.accepted().stream().map(FakePlatform.Accepted::at).sorted().toList();
    for (int i = 3; i < arrivals.size(); i++) {
      assertThat(Duration.between(arrivals.get(i - 3), arrivals.get(i)))
          .isGreaterThanOrEqualTo(WINDOW);
    }
  }

  @Test
  void shouldKeepTheAllowanceWhereThePlatformCannotBeReached() {
    fixture.limits(Limits.none().with(OFFICIAL, Pacing.capped(new Cap(1, Duration.ofDays(1)))));
    platform.next(
        FakePlatform::isUnreachable, FakePlatform::isUnreachable, FakePlatform::isUnreachable);
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(platform);

    fixture.awaitState(order, "SENT");
  }

  @Test
  void shouldLetTheNextTryWhenTheOneThatReachedNobodyTriesAgain() {
    fixture.limits(Limits.none().with(OFFICIAL, Pacing.capped(new Cap(1, Duration.ofDays(1)))));
    Instant later = fixture.now().plus(Duration.ofMinutes(10));
    CountDownLatch both = new CountDownLatch(1);
    platform.next(
        call -> {
          both.await();
          return FakePlatform.isUnreachableUntil(later).treat(call);
        });
    Order first = answer("ann", fixture.now());
    fixture.order(first);
    fixture.startDispatcher(platform);
    fixture.awaitState(first, "CLAIMED");
    Order second = answer("bob", fixture.now());
    fixture.order(second);
    eventually().until(() -> fixture.reasonCode(second).equals(Optional.of("LIMIT")));

    both.countDown();
    eventually().until(() -> fixture.told(first).equals(List.of("DEFERRED")));
    assertThat(
            fixture.number(
                "SELECT count(*) FROM social_send_ledger WHERE not_before = '" + later + "'"))
        .isEqualTo(2);
    fixture.clock().advance(Duration.ofMinutes(10));

    eventually().until(() -> platform.accepted().size() == 1);
  }

  @Test
  void shouldAskRarerTheLongerThePlatformIsAway() {
    for (int call = 0; call < 3; call++) {
      platform.next(FakePlatform::isAway);
    }
    Order order = answer("ann", fixture.now());
    fixture.order(order);
    fixture.startDispatcher(platform);

    for (int seconds : List.of(10, 20, 40)) {
      eventually().until(() -> waitsFor(order) > seconds - 5);
      assertThat(waitsFor(order)).isLessThanOrEqualTo(seconds);
      fixture.clock().advance(Duration.ofSeconds(seconds));
    }

    fixture.awaitState(order, "SENT");
  }

  private long waitsFor(Order order) {
    return fixture.number(
        "SELECT extract(epoch FROM not_before - '%s')::int FROM social_send_ledger WHERE message_id = '%s'"
            .formatted(fixture.now(), order.who().messageId()));
  }

  @Test
  void shouldLimitWhatAPersonGetsToo() {
    fixture.limits(Limits.none().with(BY_HAND, Pacing.capped(new Cap(1, Duration.ofDays(1)))));
    Order first = firstMessage("ann", fixture.now());
    Order second = firstMessage("bob", fixture.now());
    fixture.order(first, second);
    fixture.startDispatcher(platform);

    eventually()
        .until(
            () ->
                List.of(fixture.told(first), fixture.told(second))
                    .containsAll(List.of(List.of("NEEDS_PERSON"), List.of("DEFERRED"))));

    fixture.clock().advance(Duration.ofDays(1));
    Order inHand = fixture.state(first).equals("WAITING_PERSON") ? first : second;
    Order waiting = inHand.equals(first) ? second : first;
    fixture.tell(
        new Task.Resolved(
            inHand.who().messageId(),
            Task.Resolution.SENT,
            Optional.of("Hello, in other words"),
            Optional.empty(),
            Task.Sighting.NONE,
            "done"));
    assertThat(fixture.state(waiting)).isEqualTo("READY");

    fixture.clock().advance(Duration.ofDays(1));
    eventually().until(() -> fixture.state(waiting).equals("WAITING_PERSON"));
  }

  @Test
  void shouldCountWhatAPersonSentOutOfTurn() {
    fixture.limits(Limits.none().with(BY_HAND, Pacing.capped(new Cap(1, Duration.ofDays(1)))));
    Order early = firstMessage("ann", fixture.now());
    fixture.order(early);
    fixture.tell(sentByHand(early));
    Order next = firstMessage("bob", fixture.now());
    fixture.order(next);
    fixture.startDispatcher(platform);

    eventually().until(() -> fixture.reasonCode(next).equals(Optional.of("LIMIT")));
    assertThat(fixture.number("SELECT count(*) FROM social_send_slots WHERE lane = 'MANUAL'"))
        .isEqualTo(1);
  }

  private static Task sentByHand(Order order) {
    return new Task.Resolved(
        order.who().messageId(),
        Task.Resolution.SENT,
        Optional.empty(),
        Optional.empty(),
        Task.Sighting.NONE,
        "done");
  }

  @Test
  void shouldGiveTheSlotOnWhereAPersonCouldNotSend() {
    fixture.limits(Limits.none().with(BY_HAND, Pacing.capped(new Cap(1, Duration.ofDays(1)))));
    Order first = firstMessage("ann", fixture.now());
    fixture.order(first);
    fixture.startDispatcher(platform);
    eventually().until(() -> fixture.state(first).equals("WAITING_PERSON"));
    Order second = firstMessage("bob", fixture.now());
    fixture.order(second);
    eventually().until(() -> fixture.reasonCode(second).equals(Optional.of("LIMIT")));

    fixture.tell(
        new Task.Resolved(
            first.who().messageId(),
            Task.Resolution.ABANDONED,
            Optional.empty(),
            Optional.empty(),
            Task.Sighting.NONE,
            "no such account"));

    eventually().until(() -> fixture.state(second).equals("WAITING_PERSON"));
  }

  @Test
  void shouldMarkNothingASecondAfterAPauseOfAll() {
    fixture.limits(Limits.none().with(OFFICIAL, Pacing.capped(new Cap(1, Duration.ofMillis(20)))));
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      orders.add(answer("person" + i, fixture.now()));
    }
    fixture.order(orders.toArray(Order[]::new));
    fixture.startDispatcher(platform);
    eventually().until(() -> platform.accepted().size() >= 5);

    Instant paused = fixture.now();
    new Accounts(fixture.database()).pauseAll("ada", paused);
    int soon = writesAfter(paused.plusSeconds(1));
    eventually().until(() -> fixture.now().isAfter(paused.plusSeconds(3)));

    assertThat(soon).isZero();
    assertThat(writesAfter(paused.plusSeconds(1))).isZero();
    assertThat(fixture.count("READY")).isPositive();

    new Accounts(fixture.database()).resumeAll();
    int before = platform.accepted().size();
    eventually().until(() -> platform.accepted().size() > before);
  }

  @Test
  void shouldWriteOncePerPersonInItsTimeByWhateverAccount() {
    fixture.limits(Limits.none().withPerPerson(List.of(new Cap(1, Duration.ofHours(10)))));
    Order first = answer("ann", fixture.now());
    Order followUp = OrderFixture.step(first, 1);
    fixture.order(first, followUp);
    fixture.startDispatcher(platform);
    fixture.startDispatcher(platform);

    eventually().until(() -> platform.accepted().size() == 1);
    eventually().until(() -> fixture.waitingFor("PERSON_LIMIT") == 1);

    fixture.clock().advance(Duration.ofHours(10));
    eventually().until(() -> platform.accepted().size() == 2);
  }

  @Test
  void shouldGrowANewAccountIntoItsLimits() {
    Pacing growing =
        new Pacing(
            List.of(new Cap(10, Duration.ofDays(1))),
            Duration.ZERO,
            Duration.ZERO,
            Optional.empty(),
            Optional.of(new RampUp(Duration.ofDays(10), 20)));
    fixture.limits(Limits.none().with(OFFICIAL, growing));
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      orders.add(answer("person" + i, fixture.now()));
    }
    fixture.order(orders.toArray(Order[]::new));
    fixture.startDispatcher(platform);

    eventually().until(() -> fixture.waitingFor("LIMIT") == 8 && fixture.count("SENT") == 2);
    assertThat(platform.accepted()).hasSize(2);
  }

  private int writesAfter(Instant moment) {
    return fixture.number(
        "SELECT count(*) FROM social_send_ledger WHERE write_at > '" + moment + "'");
  }

  @Test
  void shouldKeepQuietByTheRecipientsClock() {
    ZoneOffset noon = whereItIs(LocalTime.NOON);
    ZoneOffset midnight = whereItIs(LocalTime.MIDNIGHT);
    OpenHours hours = new OpenHours(LocalTime.of(8, 0), LocalTime.of(20, 0), midnight, Set.of());
    fixture.limits(Limits.none().with(OFFICIAL, Pacing.FREE.within(Optional.of(hours))));
    Order awake = OrderFixture.by(answer("ann", fixture.now()), noon);
    Order asleep = OrderFixture.by(answer("bob", fixture.now()), midnight);
    Order unknown = answer("cyd", fixture.now());
    fixture.order(awake, asleep, unknown);
    fixture.startDispatcher(platform);

    eventually()
        .until(() -> fixture.state(awake).equals("SENT") && fixture.waitingFor("QUIET_HOURS") == 2);

    assertThat(platform.accepted()).hasSize(1);
    Instant opens =
        fixture
            .now()
            .atOffset(midnight)
            .plusHours(2)
            .toLocalDate()
            .atTime(8, 0)
            .toInstant(midnight);
    assertThat(
            fixture.number(
                "SELECT count(*) FROM social_send_ledger WHERE waiting_until = '" + opens + "'"))
        .isEqualTo(2);
  }

  /** A zone by whose clock it is about that time; the test may take an hour to either side. */
  private ZoneOffset whereItIs(LocalTime time) {
    int seconds =
        time.toSecondOfDay() - fixture.now().atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay();
    int nearest = Math.floorMod(seconds + 43_200, 86_400) - 43_200;
    return ZoneOffset.ofTotalSeconds(nearest / 60 * 60);
  }
}
