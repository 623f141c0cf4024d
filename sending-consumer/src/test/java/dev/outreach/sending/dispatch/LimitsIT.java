package dev.outreach.sending.dispatch;

import static dev.outreach.sending.support.OrderFixture.STUDIO;
import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.OrderFixture.firstMessage;
import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.domain.Cap;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Limits;
import dev.outreach.sending.domain.Limits.Lane;
import dev.outreach.sending.domain.OfficialWay;
import dev.outreach.sending.domain.OpenHours;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Outlets;
import dev.outreach.sending.domain.Pacing;
import dev.outreach.sending.domain.RampUp;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.Task;
import dev.outreach.sending.domain.Usage;
import dev.outreach.sending.ledger.Accounts;
import dev.outreach.sending.ledger.ClaimRules;
import dev.outreach.sending.ledger.QueueBoard;
import dev.outreach.sending.ledger.SendQueue;
import dev.outreach.sending.ledger.Suppressions;
import dev.outreach.sending.ledger.Waiting;
import dev.outreach.sending.support.FakePlatform;
import dev.outreach.sending.support.OrderFixture;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SendingFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.class)
class LimitsIT {

  private static final Duration WINDOW = Duration.ofMillis(500);
  private static final Lane OFFICIAL = new Lane("INSTAGRAM", Route.OFFICIAL_API);
  private static final Lane BY_HAND = new Lane("INSTAGRAM", Route.MANUAL);

  private SendingFixture fixture;
  private FakePlatform platform;

  @BeforeEach
  void prepare(HikariDataSource database) {
    fixture = new SendingFixture(database);
    platform = new FakePlatform(DeliveryClass.BLIND, fixture.clock());
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void shouldKeepTheLimitWithTwoSenders() {
    fixture.limits(Limits.none().with(OFFICIAL, Pacing.capped(new Cap(3, WINDOW))));
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      orders.add(answer("person" + i, now()));
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
  void shouldLimitWhatAPersonGetsToo() {
    fixture.limits(Limits.none().with(BY_HAND, Pacing.capped(new Cap(1, Duration.ofDays(1)))));
    Order first = firstMessage("ann", now());
    Order second = firstMessage("bob", now());
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
    Order early = firstMessage("ann", now());
    fixture.order(early);
    fixture.tell(sentByHand(early));
    Order next = firstMessage("bob", now());
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
    Order first = firstMessage("ann", now());
    fixture.order(first);
    fixture.startDispatcher(platform);
    eventually().until(() -> fixture.state(first).equals("WAITING_PERSON"));
    Order second = firstMessage("bob", now());
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
      orders.add(answer("person" + i, now()));
    }
    fixture.order(orders.toArray(Order[]::new));
    fixture.startDispatcher(platform);
    eventually().until(() -> platform.accepted().size() >= 5);

    Instant paused = now();
    new Accounts(fixture.database()).pauseAll("ada", paused);
    int soon = writesAfter(paused.plusSeconds(1));
    eventually().until(() -> now().isAfter(paused.plusSeconds(3)));

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
    Order first = answer("ann", now());
    Order followUp = OrderFixture.step(first, 1);
    fixture.order(first, followUp);
    fixture.startDispatcher(platform);
    fixture.startDispatcher(platform);

    eventually().until(() -> platform.accepted().size() == 1);
    eventually().until(() -> waitingFor("PERSON_LIMIT") == 1);

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
      orders.add(answer("person" + i, now()));
    }
    fixture.order(orders.toArray(Order[]::new));
    fixture.startDispatcher(platform);

    eventually().until(() -> waitingFor("LIMIT") == 8 && fixture.count("SENT") == 2);
    assertThat(platform.accepted()).hasSize(2);
  }

  @Test
  void shouldWriteDownTheQueueForOthers() {
    Limits limits = Limits.none().with(OFFICIAL, Pacing.capped(new Cap(1, Duration.ofHours(1))));
    for (String person : List.of("ann", "bob", "cyd")) {
      fixture.order(answer(person, now()));
    }
    QueueBoard board = new QueueBoard(fixture.database(), rules(limits));

    assertThat(board.refresh(10, now().plusSeconds(1))).contains(3);

    assertThat(
            fixture.number(
                """
                SELECT count(*) FROM social_send_queue
                WHERE state = 'waiting' AND place = 3 AND reason_code = 'LIMIT'
                  AND allowed = 1 AND within_seconds = 3600 AND predicted_at IS NOT NULL\
                """))
        .isEqualTo(1);
    assertThat(
            fixture.number(
                "SELECT count(*) FROM social_send_queue WHERE place = 1 AND reason_code IS NULL"))
        .isEqualTo(1);
    assertThat(fixture.number("SELECT sum(allowed) FROM social_send_gauges")).isEqualTo(1);
  }

  @Test
  void shouldSendNothingToASuppressedDomain() {
    Order below = OrderFixture.linkingTo(answer("ann", now()), "shop.example.com");
    Order beside = OrderFixture.linkingTo(answer("bob", now()), "notexample.com");
    new Suppressions(fixture.database())
        .add(
            "workspace",
            new Suppressions.Who.Domain("Example.com"),
            new Reason("SUPPRESSED", "A competitor."),
            now());
    fixture.order(below, beside);
    fixture.startDispatcher(platform);

    eventually().until(() -> fixture.told(below).equals(List.of("WITHDRAWN")));
    eventually().until(() -> fixture.state(beside).equals("SENT"));
    assertThat(platform.accepted()).hasSize(1);
  }

  @Test
  void shouldSendByAThirdPartyOnlyOnceItsRiskIsAccepted() {
    Outlets outlets =
        new Outlets(Map.of(), Map.of(OrderFixture.STUDIO, platform), Set.of("INSTAGRAM"));
    Order refused = firstMessage("ann", now());
    fixture.order(refused);
    fixture.startDispatcher(outlets);
    eventually().until(() -> fixture.state(refused).equals("WAITING_PERSON"));
    assertThat(fixture.reasonCode(refused)).contains("THIRD_PARTY_NOT_ACCEPTED");

    fixture.number("SELECT social_send_accept_risk('INSTAGRAM', 'studio', 'Ada Byron', now())");
    Order accepted = firstMessage("bob", now());
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
    Order order = firstMessage("ann", now());
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

  private int writesAfter(Instant moment) {
    return fixture.number(
        "SELECT count(*) FROM social_send_ledger WHERE write_at > '" + moment + "'");
  }

  private int waitingFor(String code) {
    return fixture.number(
        "SELECT count(*) FROM social_send_ledger WHERE reason_code = '" + code + "'");
  }

  @Test
  void shouldExplainTheQueueByTheRulesItIsWorkedOffBy() {
    Limits limits = Limits.none().with(OFFICIAL, Pacing.capped(new Cap(1, Duration.ofHours(1))));
    Instant now = now();
    for (String person : List.of("ann", "bob", "cyd")) {
      fixture.order(answer(person, now));
    }

    List<Waiting> queue = queue(limits).explain(10, now().plusSeconds(1));

    assertThat(queue).hasSize(3);
    List<Instant> predicted =
        queue.stream().map(waiting -> waiting.predictedAt().orElseThrow()).toList();
    assertThat(predicted.get(1)).isEqualTo(predicted.get(0).plus(Duration.ofHours(1)));
    assertThat(predicted.get(2)).isEqualTo(predicted.get(0).plus(Duration.ofHours(2)));
    assertThat(queue.get(0).reason()).isEmpty();
    assertThat(queue.get(1).reason().map(Reason::code)).contains("LIMIT");
  }

  @Test
  void shouldShowNobodyInLineMoreUsedThanIsAllowed() {
    Limits limits = Limits.none().with(BY_HAND, Pacing.capped(new Cap(2, Duration.ofDays(1))));
    fixture.limits(limits);
    Instant now = now();
    for (int i = 0; i < 8; i++) {
      fixture.order(firstMessage("person" + i, now));
    }
    fixture.startDispatcher(platform);
    eventually().until(() -> fixture.count("WAITING_PERSON") == 2 && waitingFor("LIMIT") == 6);

    List<Waiting> queue = queue(limits).explain(10, now().plusSeconds(1));

    assertThat(queue)
        .hasSize(6)
        .allSatisfy(
            waiting -> assertThat(waiting.usage()).contains(new Usage(2, 2, Duration.ofDays(1))));
  }

  @Test
  void shouldKeepQuietByTheRecipientsClock() {
    ZoneOffset noon = whereItIs(LocalTime.NOON);
    ZoneOffset midnight = whereItIs(LocalTime.MIDNIGHT);
    OpenHours hours = new OpenHours(LocalTime.of(8, 0), LocalTime.of(20, 0), midnight, Set.of());
    fixture.limits(Limits.none().with(OFFICIAL, Pacing.FREE.within(Optional.of(hours))));
    Order awake = OrderFixture.by(answer("ann", now()), noon);
    Order asleep = OrderFixture.by(answer("bob", now()), midnight);
    Order unknown = answer("cyd", now());
    fixture.order(awake, asleep, unknown);
    fixture.startDispatcher(platform);

    eventually().until(() -> fixture.state(awake).equals("SENT") && waitingFor("QUIET_HOURS") == 2);

    assertThat(platform.accepted()).hasSize(1);
    Instant opens =
        now().atOffset(midnight).plusHours(2).toLocalDate().atTime(8, 0).toInstant(midnight);
    assertThat(
            fixture.number(
                "SELECT count(*) FROM social_send_ledger WHERE waiting_until = '" + opens + "'"))
        .isEqualTo(2);
  }

  /** A zone by whose clock it is about that time; the test may take an hour to either side. */
  private ZoneOffset whereItIs(LocalTime time) {
    int seconds =
        time.toSecondOfDay() - now().atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay();
    int nearest = Math.floorMod(seconds + 43_200, 86_400) - 43_200;
    return ZoneOffset.ofTotalSeconds(nearest / 60 * 60);
  }

  @Test
  void shouldExplainAPause() {
    fixture.order(answer("ann", now()));
    new Accounts(fixture.database()).pause(STUDIO, "ada", now());

    Waiting waiting = queue(Limits.none()).explain(10, now()).getFirst();

    assertThat(waiting.reason().map(Reason::code)).contains("ACCOUNT_PAUSED");
    assertThat(waiting.predictedAt()).isEmpty();
  }

  @Test
  void shouldSendNothingToSomebodySuppressed() {
    Order person = answer("ann", now());
    Order handle = answer("Bob", now());
    Suppressions suppressions = new Suppressions(fixture.database());
    Reason reason = new Reason("OPT_OUT", "The person wants no messages.");
    suppressions.add(
        "workspace", new Suppressions.Who.Person(person.who().profileId()), reason, now());
    suppressions.add("workspace", new Suppressions.Who.Handle("instagram", "BOB"), reason, now());
    fixture.order(person, handle);
    fixture.startDispatcher(platform);

    eventually().until(() -> fixture.told(person).equals(List.of("WITHDRAWN")));
    eventually().until(() -> fixture.told(handle).equals(List.of("WITHDRAWN")));
    assertThat(platform.accepted()).isEmpty();
  }

  private SendQueue queue(Limits limits) {
    return new SendQueue(fixture.database(), rules(limits));
  }

  private ClaimRules rules(Limits limits) {
    return new ClaimRules(limits, SendingFixture.outlets(platform)::way, Duration.ofSeconds(30), 4);
  }

  private Instant now() {
    return fixture.clock().instant();
  }
}
