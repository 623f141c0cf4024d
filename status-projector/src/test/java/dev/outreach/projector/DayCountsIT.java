package dev.outreach.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.readmodel.PipelineStatusQuery;
import dev.outreach.readmodel.Recount;
import dev.outreach.readmodel.TodayCounts;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.MessageSent;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.ProfileReviewed;
import dev.outreach.schemas.ReviewVerdict;
import dev.outreach.schemas.SendRoute;
import dev.outreach.schemas.identity.DerivedId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What has happened since midnight, whose midnight it is, and what an operator may change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DayCountsIT {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private TestPostgres postgres;
  private TestLog log;
  private MovableClock clock;
  private Projector projector;
  private PolicyDesk desk;
  private ProfileEvent last;
  private long version;

  @BeforeAll
  void start() {
    postgres = new TestPostgres();
  }

  @AfterAll
  void stop() {
    postgres.close();
  }

  @BeforeEach
  void begin() {
    log = new TestLog();
    clock = new MovableClock(Events.START);
    last = Events.event("ada", 0, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED);
    projector = new Projector(log, postgres.dataSource(), clock);
    projector.claim(List.of(log.events(0)));
    postgres.forgetEverything();
    postgres.execute("TRUNCATE social_policy, social_workspace_zone");
    projector = new Projector(log, postgres.dataSource(), clock);
    projector.claim(List.of(log.events(0)));
    desk = new PolicyDesk(postgres.dataSource(), clock);
    version = 0;
  }

  @Test
  void shouldCountWhatHappenedSinceMidnightOnce() {
    at("2026-11-21T23:59:59.999Z");
    sent();
    at("2026-11-22T00:00:00Z");
    sent();
    reviewed(ReviewVerdict.QUALIFIED);
    reviewed(ReviewVerdict.REJECTED);
    log.append(log.events(0), last);
    show();

    TodayCounts today = today();
    assertThat(today.day()).isEqualTo(LocalDate.parse("2026-11-22"));
    assertThat(today.sent()).isOne();
    assertThat(today.reviewed()).isEqualTo(2);
    assertThat(today.qualified()).isOne();
    assertThat(today.rejected()).isOne();
    assertThat(differences()).isEmpty();
  }

  @Test
  void shouldCountManyAtOnceOnTheirDays() {
    at("2026-11-21T23:59:59.999Z");
    for (int i = 0; i < 120; i++) {
      sent();
    }
    at("2026-11-22T00:00:00Z");
    for (int i = 0; i < 150; i++) {
      sent();
    }

    show();

    assertThat(today().sent()).isEqualTo(150);
    assertThat(differences()).isEmpty();
  }

  @Test
  void shouldBeginANewDayAtMidnightOfTheZoneWithoutAnyEvent() {
    desk.changeZone("acme", BERLIN);
    at("2026-11-22T22:59:00Z");
    sent();
    show();
    assertThat(today().sent()).isOne();

    at("2026-11-22T22:59:59Z");
    show();
    assertThat(today().sent()).isOne();
    at("2026-11-22T23:00:00Z");
    show();
    assertThat(today().sent()).isZero();
    assertThat(today().day()).isEqualTo(LocalDate.parse("2026-11-23"));
  }

  @Test
  void shouldKnowDaysOf23And25Hours() {
    desk.changeZone("*", BERLIN);
    for (LocalDate day : List.of(LocalDate.parse("2026-03-29"), LocalDate.parse("2026-10-25"))) {
      Instant midnight = day.atStartOfDay(BERLIN).toInstant();
      Instant next = day.plusDays(1).atStartOfDay(BERLIN).toInstant();
      for (Instant moment : List.of(midnight.minusMillis(1), midnight, next.minusMillis(1), next)) {
        clock.move(Duration.between(clock.instant(), moment));
        sent();
      }
      clock.move(Duration.between(clock.instant(), next.minusMillis(1)));
      show();
      assertThat(today().day()).isEqualTo(day);
      assertThat(today().sent()).as(day.toString()).isEqualTo(2);
    }
    assertThat(differences()).isEmpty();
  }

  @Test
  void shouldCountAgainByTheDaysOfANewZone() {
    at("2026-11-21T23:30:00Z");
    sent();
    at("2026-11-22T10:00:00Z");
    sent();
    show();
    assertThat(today().sent()).isOne();

    desk.changeZone("acme", BERLIN);

    assertThat(today().sent()).isEqualTo(2);
    assertThat(today().zone()).isEqualTo("Europe/Berlin");
    assertThat(differences()).isEmpty();
    sent();
    show();
    assertThat(today().sent()).isEqualTo(3);
    assertThat(differences()).isEmpty();
  }

  @Test
  void shouldShowADayThatIsWrongWithThePeopleConcerned() {
    sent();
    show();
    postgres.execute("UPDATE social_day_tally SET sent_today = 7");

    assertThat(new Recount(postgres.dataSource()).run().differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.key()).isEqualTo("sent_today of 2026-11-22");
              assertThat(difference.counted()).isEqualTo(7);
              assertThat(difference.recounted()).isOne();
              assertThat(difference.people()).hasSize(1);
            });
  }

  @Test
  void shouldApplyAnotherThresholdExactlyAtTheNextTick() {
    log.append(
        log.events(0),
        Events.event(
            "ada",
            ++version,
            Events.summary("ada", DiscoveryStatus.QUALIFIED, OutreachStatus.SENT, Events.START)
                .build()));
    at("2026-11-23T08:00:00Z");
    show();
    assertThat(ready()).isZero();

    assertThat(desk.changeFollowUpAfter(Duration.ofDays(1).minusSeconds(1))).isPresent();
    assertThat(ready()).isZero();
    projector.tick();
    assertThat(ready()).isOne();
    assertThat(differences()).isEmpty();

    assertThat(desk.changeFollowUpAfter(Duration.ofDays(2))).isPresent();
    projector.tick();
    assertThat(ready()).isZero();
    assertThat(differences()).isEmpty();
    new Projector(log, postgres.dataSource(), clock).claim(List.of(log.events(1)));
    assertThat(desk.now())
        .hasValueSatisfying(
            policy -> assertThat(policy.followUpAfter()).isEqualTo(Duration.ofDays(2)));
  }

  @Test
  void shouldRefuseZonesThatPostgresReadsDifferently() {
    assertThatThrownBy(() -> desk.changeZone("acme", ZoneId.of("UTC+2")))
        .hasMessageStartingWith("zone is UTC+02:00");
  }

  private void sent() {
    happen(new MessageSent(DerivedId.message(Events.profileId("ada"), 0), SendRoute.MANUAL, false));
  }

  private void reviewed(ReviewVerdict verdict) {
    happen(new ProfileReviewed(verdict, null));
  }

  private void happen(Object what) {
    version++;
    last = Events.event("ada", version, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED);
    last.put("event", what);
    last.put("occurredAt", clock.instant());
    log.append(log.events(0), last);
  }

  private void at(String time) {
    clock.move(Duration.between(clock.instant(), Instant.parse(time)));
  }

  private void show() {
    projector.applyEverything();
    projector.tick();
  }

  private TodayCounts today() {
    return new PipelineStatusQuery(postgres.dataSource()).of("acme").today();
  }

  private long ready() {
    return new PipelineStatusQuery(postgres.dataSource())
        .of("acme")
        .total()
        .counts()
        .followupReady();
  }

  private List<?> differences() {
    return new Recount(postgres.dataSource()).run().differences();
  }
}
