package dev.outreach.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.outreach.discovery.domain.Door;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.schemas.DiscoveryProgress;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.JobCompleted;
import dev.outreach.schemas.JobFailed;
import dev.outreach.schemas.JobPageDone;
import dev.outreach.schemas.JobStarted;
import dev.outreach.schemas.JobWaiting;
import dev.outreach.schemas.ProfileDiscovered;
import dev.outreach.schemas.identity.DerivedId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs from request to last event; {@code -Dseed=…} repeats the random one. */
class SessionTest {

  private static final long SEED = Long.getLong("seed", new Random().nextLong());

  private final FakeDiscovery instagram =
      new FakeDiscovery(
          List.of(
              List.of("Ana.demo", "ben.demo", "private.demo"),
              List.of(),
              List.of("@BEN.demo", "cleo.demo", "not a handle")));
  private final Rig rig = new Rig(instagram);

  @Test
  void shouldReadPageAfterPageAndPassOnEachPersonOnce() {
    run(Rig.request("j").setKeywords(List.of("ceramics")).build());

    assertThat(people()).containsExactly(id("ana.demo"), id("ben.demo"), id("cleo.demo"));
    assertThat(steps())
        .isEqualTo(
            List.of(
                JobStarted.class,
                JobPageDone.class,
                JobPageDone.class,
                JobPageDone.class,
                JobPageDone.class,
                JobCompleted.class));
    DiscoveryProgress last = progress().getLast();
    assertThat(last.getFound()).isEqualTo(3);
    assertThat(last.getDuplicates()).isEqualTo(1);
    assertThat(last.getRefusedByReason())
        .containsOnlyKeys("NOT_FOUND", "BAD_HANDLE")
        .containsEntry("NOT_FOUND", 1L);
    assertThat(progress()).extracting(DiscoveryProgress::getId).doesNotHaveDuplicates();
  }

  @Test
  void shouldLookUpTheHandlesAsked() {
    run(
        Rig.request("j")
            .setHandles(List.of("https://instagram.com/Ana.demo?igsh=x", "@ana.demo", "dora.demo"))
            .build());

    assertThat(people()).containsExactly(id("ana.demo"), id("dora.demo"));
    assertThat(instagram.asked()).containsExactly("ana.demo", "dora.demo");
  }

  @Test
  void shouldRefuseWhomNobodyMayKeepWithoutNamingThem() {
    rig.notices().door().refuse(UUID.fromString(id("ana.demo")), "list", Door.Reason.SUPPRESSED);
    rig.notices().door().refuse(UUID.fromString(id("cleo.demo")), "profile", Door.Reason.ERASED);

    run(Rig.request("j").setKeywords(List.of("ceramics")).build());

    assertThat(people()).containsExactly(id("ben.demo"));
    assertThat(instagram.asked()).doesNotContain("ana.demo", "cleo.demo");
    assertThat(progress().getLast().getRefusedByReason())
        .containsEntry("SUPPRESSED", 1L)
        .containsEntry("ERASED", 1L);
    assertThat(rig.visible())
        .allSatisfy(
            record ->
                assertThat(new String(record.value(), StandardCharsets.ISO_8859_1))
                    .doesNotContainIgnoringCase("ana.demo")
                    .doesNotContainIgnoringCase("cleo.demo"));
  }

  @Test
  void shouldRefuseWhoseWebsiteLiesInARefusedDomain() {
    rig.notices()
        .door()
        .refuse(
            UUID.fromString(DerivedId.domain("default", "ana.demo.example")),
            "list-domain",
            Door.Reason.SUPPRESSED);

    run(Rig.request("j").setKeywords(List.of("ceramics")).build());

    assertThat(people()).containsExactly(id("ben.demo"), id("cleo.demo"));
    assertThat(progress().getLast().getRefusedByReason()).containsEntry("SUPPRESSED", 1L);
  }

  @Test
  void shouldStopAtTheCap() {
    run(Rig.request("j").setKeywords(List.of("ceramics")).setMaxProfiles(2).build());

    assertThat(people()).containsExactly(id("ana.demo"), id("ben.demo"));
    assertThat(instagram.asked()).containsExactly("page 0", "ana.demo", "ben.demo");
  }

  @ParameterizedTest
  @CsvSource({
    "myspace, x, 10, UNKNOWN_PLATFORM",
    "instagram, '', 10, NOTHING_TO_SEARCH",
    "instagram, x, 0, BAD_CAP",
    "instagram, x, 100001, BAD_CAP",
    "linkedin, x, 10, NOT_OFFERED"
  })
  void shouldFailABadRequestAndGoOnWithTheNext(
      String platform, String keyword, int cap, String code) {
    rig.publish(
        0,
        Rig.request("bad")
            .setPlatform(platform)
            .setKeywords(List.of(keyword))
            .setMaxProfiles(cap)
            .build());
    run(Rig.request("good").setHandles(List.of("ana.demo")).build());

    assertThat(progress().getFirst().getStep())
        .isInstanceOfSatisfying(
            JobFailed.class, step -> assertThat(step.getCode()).isEqualTo(code));
    assertThat(people()).containsExactly(id("ana.demo"));
  }

  @Test
  void shouldFailAnOverlongRequestWithoutRepeatingItAll() {
    List<String> words = IntStream.range(0, 5_000).mapToObj(i -> "w".repeat(400) + i).toList();
    run(Rig.request("bad").setKeywords(words).build());

    assertThat(progress())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.getStep()).isInstanceOf(JobFailed.class);
              assertThat(step.getKeywords()).hasSize(20).allMatch(word -> word.length() <= 300);
            });
  }

  @Test
  void shouldTellOfARequestAsLargeAsARecordCanBeInASmallOne() {
    run(Rig.request("j".repeat(1_000_000)).setHandles(List.of("ana.demo")).build());
    run(Rig.request("k".repeat(800_000)).setPlatform("p".repeat(90_000)).build());

    assertThat(progress())
        .extracting(step -> ((JobFailed) step.getStep()).getCode())
        .containsExactly("TOO_LARGE", "BAD_JOB_ID");
    assertThat(progress())
        .allSatisfy(step -> assertThat(step.getJobId().length()).isLessThanOrEqualTo(300));
  }

  @Test
  void shouldPutUnreadableRequestsAsideOnceAndLeaveTheirNeighboursAlone() {
    rig.publish(0, Rig.request("before").setHandles(List.of("ana.demo")).build());
    rig.publish(0, "random bytes".getBytes(StandardCharsets.UTF_8));
    rig.publish(0, new byte[] {0, 0, 0, 3, 77, 1});
    rig.publishNull(0);
    run(Rig.request("after").setHandles(List.of("ben.demo")).build());
    rig.crash();

    assertThat(rig.deadLetters())
        .extracting(
            record ->
                new String(
                    record.headers().lastHeader("outreach.error.reason").value(),
                    StandardCharsets.UTF_8))
        .containsExactly("UNREADABLE", "UNREADABLE", "NULL_VALUE");
    assertThat(people()).containsExactly(id("ana.demo"), id("ben.demo"));
  }

  @Test
  void shouldNotPutAGoodRequestAsideBecauseTheRegistryIsAway() {
    rig.publish(0, Rig.request("j").setHandles(List.of("ana.demo")).build());
    rig.start();
    rig.records().registryAway(true);
    assertThatExceptionOfType(KafkaException.class)
        .isThrownBy(rig::turn)
        .withMessageContaining("registry does not answer");
    rig.records().registryAway(false);
    rig.crash();
    rig.finish();

    assertThat(rig.deadLetters()).isEmpty();
    assertThat(people()).containsExactly(id("ana.demo"));
  }

  @Test
  void shouldWaitAsLongAsThePlatformSaysWithoutHoldingUpOtherPartitions() {
    instagram.failOnce(
        new PlatformFailure.RateLimit(
            ErrorCode.ofStatus(429), Optional.of(Duration.ofMinutes(19))));
    rig.publish(0, Rig.request("limited").setHandles(List.of("ana.demo")).build());
    rig.start();
    rig.turn();
    rig.turn();

    assertThat(progress().getLast().getStep())
        .isEqualTo(
            new JobWaiting(
                "RATE_LIMIT",
                "instagram allows no more calls for the moment",
                Rig.NOON.plus(Duration.ofMinutes(19))));
    int asked = instagram.asked().size();
    rig.clock().move(Duration.ofMinutes(18));
    rig.turn();
    assertThat(instagram.asked()).hasSize(asked);
    rig.clock().move(Duration.ofMinutes(1));
    rig.finish();

    assertThat(people()).containsExactly(id("ana.demo"));
  }

  @Test
  void shouldSayWhichQuotaIsUsedUpAndGoOnByItselfAlsoAfterACrash() {
    instagram.failOnce(
        new PlatformFailure.RateLimit(
            ErrorCode.noAnswer("counted"),
            Optional.of(Duration.ofDays(3)),
            Optional.of("30 different hashtags in seven days are used up by our own count")));
    rig.publish(0, Rig.request("limited").setKeywords(List.of("ceramics")).build());
    rig.start();
    rig.turn();
    rig.turn();
    rig.turn();

    assertThat(progress().getLast().getStep())
        .isEqualTo(
            new JobWaiting(
                "RATE_LIMIT",
                "instagram: 30 different hashtags in seven days are used up by our own count",
                Rig.NOON.plus(Duration.ofDays(3))));
    rig.crash();
    rig.clock().move(Duration.ofDays(3));
    rig.finish();

    assertThat(people()).containsExactly(id("ana.demo"), id("ben.demo"), id("cleo.demo"));
  }

  @Test
  void shouldEndTheJobWhereWaitingCannotHelp() {
    instagram.failOnce(new PlatformFailure.Permission(new ErrorCode(403, "10", "")));
    run(Rig.request("j").setKeywords(List.of("ceramics")).build());

    assertThat(progress().getLast().getStep())
        .isInstanceOfSatisfying(
            JobFailed.class,
            step -> {
              assertThat(step.getCode()).isEqualTo("PERMISSION");
              assertThat(step.getReason()).contains("app settings");
            });
  }

  @ParameterizedTest
  @CsvSource({"AUTH, 3", "TRANSIENT, 31"})
  void shouldEndTheJobWhereEveryLookupFails(String kind, int calls) {
    for (int call = 0; call < 40; call++) {
      instagram.failOnce(
          kind.equals("AUTH")
              ? new PlatformFailure.Auth(ErrorCode.ofStatus(401))
              : new PlatformFailure.Transient(ErrorCode.ofStatus(503)));
    }

    runThroughWaits(Rig.request("j").setHandles(List.of("ana.demo")).build());

    assertThat(instagram.asked()).hasSize(calls);
    assertThat(progress().getLast().getStep())
        .isInstanceOfSatisfying(
            JobFailed.class, step -> assertThat(step.getCode()).isEqualTo(kind));
  }

  @Test
  void shouldNotCountWhatCameTooEarlyAsAFailure() {
    for (int call = 0; call < 40; call++) {
      instagram.failOnce(
          new PlatformFailure.RateLimit(
              ErrorCode.ofStatus(429), Optional.of(Duration.ofSeconds(5))));
    }
    instagram.failOnce(new PlatformFailure.Transient(ErrorCode.ofStatus(503)));

    runThroughWaits(Rig.request("j").setHandles(List.of("ana.demo")).build());

    assertThat(people()).containsExactly(id("ana.demo"));
  }

  private void runThroughWaits(DiscoveryRequested request) {
    rig.publish(0, request);
    rig.start();
    for (int turn = 0; turn < 200 && !rig.isDone(); turn++) {
      rig.turn();
      rig.clock().move(Duration.ofMinutes(5));
    }
    assertThat(rig.isDone()).isTrue();
  }

  @Test
  void shouldPollBetweenLanesWhereCallsTakeLong() {
    instagram.everyLookupTakes(Duration.ofSeconds(20), rig.clock());
    for (int partition = 0; partition < 2; partition++) {
      rig.publish(
          partition,
          Rig.request("j" + partition)
              .setHandles(IntStream.range(0, 25).mapToObj("a%d.demo"::formatted).toList())
              .build());
    }
    rig.start();
    Duration longest = Duration.ZERO;
    for (int turn = 0; turn < 200 && !rig.isDone(); turn++) {
      Instant began = rig.clock().instant();
      rig.turn();
      Duration took = Duration.between(began, rig.clock().instant());
      longest = took.compareTo(longest) > 0 ? took : longest;
    }

    assertThat(rig.isDone()).isTrue();
    assertThat(longest).isLessThan(Duration.ofMinutes(2));
    assertThat(people()).hasSize(50);
  }

  @Test
  void shouldTreatTheSameJobIdTwiceAsOneJob() {
    rig.publish(0, Rig.request("j").setHandles(List.of("ana.demo")).build());
    run(Rig.request("j").setHandles(List.of("ana.demo")).build());

    assertThat(people()).hasSize(1);
    assertThat(instagram.asked()).containsExactly("ana.demo");
  }

  @Test
  void shouldGoOnAtTheLastCursorAfterACrash() {
    rig.publish(0, Rig.request("j").setKeywords(List.of("ceramics")).build());
    rig.start();
    for (int turn = 0; turn < 3; turn++) {
      rig.turn();
    }
    instagram.asked().clear();
    rig.crash();
    rig.finish();

    assertThat(instagram.asked()).doesNotContain("page 0", "ana.demo").contains("page 2");
    assertThat(steps()).containsOnlyOnce(JobStarted.class, JobCompleted.class);
  }

  @Test
  void shouldFindTheSamePeopleHoweverOftenItIsKilled() {
    Random random = new Random(SEED);
    List<List<String>> pages =
        IntStream.range(0, 12)
            .mapToObj(
                page ->
                    IntStream.range(0, random.nextInt(70))
                        .mapToObj(i -> "p" + random.nextInt(300) + ".demo")
                        .toList())
            .toList();
    Set<String> expected = new HashSet<>();
    pages.forEach(page -> page.forEach(handle -> expected.add(id(handle))));
    Rig killed = new Rig(new FakeDiscovery(pages));
    killed.publish(0, Rig.request("j").setKeywords(List.of("x")).setMaxProfiles(10_000).build());
    killed.start();

    while (!killed.isDone()) {
      switch (random.nextInt(6)) {
        case 0 -> killed.crash();
        case 1 -> killed.turnInVain();
        default -> killed.turn();
      }
    }

    assertThat(killed.records().people(killed.visible()))
        .as("seed %d", SEED)
        .extracting(ProfileDiscovered::getProfileId)
        .containsAll(expected)
        .isSubsetOf(expected);
    assertThat(killed.records().progress(killed.visible()))
        .as("seed %d", SEED)
        .extracting(DiscoveryProgress::getId)
        .doesNotHaveDuplicates();
  }

  private void run(DiscoveryRequested last) {
    rig.publish(0, last);
    rig.start();
    rig.finish();
  }

  private List<String> people() {
    return rig.records().people(rig.visible()).stream()
        .map(ProfileDiscovered::getProfileId)
        .toList();
  }

  private List<DiscoveryProgress> progress() {
    return rig.records().progress(rig.visible());
  }

  private List<Class<?>> steps() {
    return progress().stream().<Class<?>>map(step -> step.getStep().getClass()).toList();
  }

  private static String id(String handle) {
    return DerivedId.profile("default", "instagram", handle);
  }
}
