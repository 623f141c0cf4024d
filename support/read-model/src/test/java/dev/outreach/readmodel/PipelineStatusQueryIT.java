package dev.outreach.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.readmodel.write.Claim;
import dev.outreach.readmodel.write.ClaimPlaces;
import dev.outreach.readmodel.write.Latest;
import dev.outreach.readmodel.write.Place;
import dev.outreach.readmodel.write.ProfileRecord;
import dev.outreach.readmodel.write.TickFollowUps;
import dev.outreach.readmodel.write.WriteMessages;
import dev.outreach.readmodel.write.WriteProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineStatusQueryIT {

  private TestPostgres postgres;
  private final List<Claim> claims = new ArrayList<>();

  @BeforeAll
  void start() {
    postgres = TestPostgres.migrated();
  }

  @AfterAll
  void stop() {
    postgres.close();
  }

  @BeforeEach
  void forgetEverything() {
    claims.clear();
    postgres.execute(
        "TRUNCATE social_profile, social_message, social_timeline_entry, social_tally,"
            + " social_offset, social_discovery_job, social_discovery_part,"
            + " social_discovery_find, social_discovery_tally, social_replays");
    postgres.transaction(
        connection ->
            claims.addAll(
                new ClaimPlaces()
                    .claim(
                        connection,
                        IntStream.range(0, 3)
                            .mapToObj(i -> new Place(1, Place.PROFILE_EVENTS, i))
                            .toList(),
                        "test")));
  }

  @Test
  void shouldReadAnEmptyWorkspaceAsZerosWithReasons() {
    PipelineStatus status = status();

    assertThat(status.total().counts().people()).isZero();
    assertThat(status.byPlatform())
        .extracting(PlatformStatus::platform)
        .containsExactly("linkedin", "instagram", "tiktok", "facebook");
    assertThat(status.total().unlocks().discovery().open()).isTrue();
    assertThat(status.total().unlocks().review())
        .isEqualTo(new Unlock(false, "Nobody waits for review. Discover people first."));
    assertThat(status.asOf()).isNull();
    assertThat(status.followupBefore()).isNull();
  }

  @Test
  void shouldCountEveryoneOnceHoweverOftenTheyChange() {
    write(List.of(People.person("ada", "discovered", "not_started", 1)));
    write(
        List.of(
            People.person("ada", "qualified", "drafted", 2),
            People.person("bob", "rejected", "not_started", 1)));
    write(List.of(People.person("ada", "discovered", "not_started", 1)));

    StageCounts counts = status().total().counts();

    assertThat(counts.people()).isEqualTo(2);
    assertThat(counts.discovered()).isZero();
    assertThat(counts.qualified()).isOne();
    assertThat(counts.drafted()).isOne();
    assertThat(counts.rejected()).isOne();
    assertThat(counts.notStarted()).isOne();
    assertThat(status().total().unlocks().drafting())
        .isEqualTo(new Unlock(true, "Qualified people: 1."));
    assertThat(recount().agrees()).isTrue();
    assertThat(new PipelineStatusQuery(postgres.dataSource()).of("*").total().counts())
        .isEqualTo(counts);
  }

  @Test
  void shouldCountMessagesThatAPersonHasToSend() {
    postgres.transaction(
        connection ->
            new WriteMessages(1)
                .write(
                    connection,
                    List.of(
                        People.message("ada", "waiting_manual", 3),
                        People.message("bob", "waiting_manual", 3))));
    postgres.transaction(
        connection ->
            new WriteMessages(1).write(connection, List.of(People.message("ada", "sent", 4))));

    assertThat(status().total().counts().waitingManual()).isOne();
    assertThat(recount().agrees()).isTrue();
  }

  @Test
  void shouldMoveFollowUpsByTheClockInBothDirections() {
    Instant sent = People.START;
    write(
        List.of(
            People.contacted("ada", "qualified", "sent", 5, sent),
            People.contacted("bob", "qualified", "sent", 5, sent.plusMillis(1)),
            People.contacted("eve", "qualified", "replied", 5, sent.minusSeconds(60))));

    tick(sent);
    assertThat(status().total().counts().followupReady()).isZero();
    tick(sent.plusSeconds(1));
    assertThat(status().total().counts().followupReady()).isEqualTo(2);
    write(List.of(People.contacted("ada", "qualified", "replied", 6, sent)));
    assertThat(status().total().counts().followupReady()).isOne();
    write(List.of(People.contacted("joe", "qualified", "sent", 5, sent.minusSeconds(1))));
    assertThat(status().total().counts().followupReady()).isEqualTo(2);
    tick(sent);
    assertThat(status().total().counts().followupReady()).isOne();
    assertThat(recount().agrees()).isTrue();
  }

  @Test
  void shouldShowDifferencesWithThePeopleConcerned() {
    write(List.of(People.person("ada", "qualified", "drafted", 1)));
    postgres.execute("UPDATE social_tally SET drafted = 5");

    RecountReport report = recount();

    assertThat(report.agrees()).isFalse();
    assertThat(report.lines()).contains(new CountLine("drafted", 5, 1));
    assertThat(report.differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.key()).isEqualTo("drafted");
              assertThat(difference.people()).containsExactly(People.id("ada"));
            });
  }

  private PipelineStatus status() {
    return new PipelineStatusQuery(postgres.dataSource()).of(People.WORKSPACE);
  }

  private RecountReport recount() {
    return new Recount(postgres.dataSource()).run();
  }

  private void write(List<Latest<ProfileRecord>> people) {
    postgres.transaction(connection -> new WriteProfiles(1).write(connection, people));
  }

  private void tick(Instant readyBefore) {
    postgres.transaction(
        connection -> new TickFollowUps(1).tick(connection, claims, readyBefore, People.START));
  }
}
