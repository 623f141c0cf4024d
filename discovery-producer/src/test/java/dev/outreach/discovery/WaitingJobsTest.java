package dev.outreach.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.discovery.domain.JobOrder;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.schemas.DiscoveryProgress;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.JobCancelled;
import dev.outreach.schemas.JobCompleted;
import dev.outreach.schemas.JobPaused;
import dev.outreach.schemas.JobStarted;
import dev.outreach.schemas.JobWaiting;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Jobs the platform makes wait, and others behind them; {@code -Dseed=…} repeats the random one.
 */
class WaitingJobsTest {

  private static final long SEED = Long.getLong("seed", new Random().nextLong());
  private static final Duration DAY = Duration.ofDays(1);

  private final FakeDiscovery instagram =
      new FakeDiscovery(List.of(List.of("a.demo"), List.of("b.demo"), List.of("c.demo")));
  private final Rig rig = new Rig(instagram);

  @Test
  void shouldLetOthersOfTheLinePassAJobThatWaits() {
    waitFor(DAY, "limited");
    rig.publishNow(0, request("other"));
    turn(15);

    assertThat(last("other")).isInstanceOf(JobCompleted.class);
    assertThat(last("limited")).isInstanceOf(JobWaiting.class);
    rig.clock().move(DAY);
    rig.finish();
    assertThat(last("limited")).isInstanceOf(JobCompleted.class);
    assertThat(stepsOf("limited"))
        .containsOnlyOnce(JobStarted.class, JobWaiting.class, JobCompleted.class);
    assertThat(peopleOf("limited")).containsExactly("a.demo", "b.demo", "c.demo");
  }

  @Test
  void shouldLetThoseBehindPassThatWereThereBefore() {
    instagram.failOnce(limit(DAY));
    rig.publish(0, request("limited"));
    rig.publish(0, request("second"));
    rig.publish(0, request("third"));
    rig.start();
    turn(30);

    assertThat(last("second")).isInstanceOf(JobCompleted.class);
    assertThat(last("third")).isInstanceOf(JobCompleted.class);
    assertThat(last("limited")).isInstanceOf(JobWaiting.class);
  }

  @Test
  void shouldKeepPlaceAndTimeWhereItIsKilledAside() {
    waitFor(DAY, "limited");
    rig.publishNow(0, request("other"));
    turn(15);
    int asked = instagram.asked().size();
    rig.crash();
    turn(10);
    assertThat(instagram.asked()).hasSize(asked);

    rig.clock().move(DAY.minusSeconds(1));
    turn(5);
    assertThat(instagram.asked()).hasSize(asked);
    rig.clock().move(Duration.ofSeconds(1));
    rig.finish();

    assertThat(stepsOf("limited"))
        .containsOnlyOnce(JobStarted.class, JobWaiting.class, JobCompleted.class);
    assertThat(peopleOf("limited")).containsExactly("a.demo", "b.demo", "c.demo");
  }

  @Test
  void shouldNotAskThePlatformBeforeItsTimeAfterACrashInFront() {
    waitFor(DAY, "limited");
    int asked = instagram.asked().size();
    rig.crash();
    turn(10);

    assertThat(instagram.asked()).hasSize(asked);
    assertThat(stepsOf("limited")).containsOnlyOnce(JobWaiting.class);
  }

  @Test
  void shouldNotReadItsPageAgainBecauseOthersPassed() {
    waitInThePage(DAY, "limited");
    rig.publishNow(0, Rig.request("other").setHandles(List.of("z.demo")).build());
    turn(10);
    assertThat(last("other")).isInstanceOf(JobCompleted.class);
    rig.clock().move(DAY);
    rig.finish();

    assertThat(instagram.asked()).containsOnlyOnce("page 0", "page 1", "page 2");
  }

  @Test
  void shouldNotTurnRoundAndRoundWhereAllWait() {
    instagram.failOnce(limit(DAY));
    instagram.failOnce(limit(DAY.multipliedBy(2)));
    instagram.failOnce(limit(DAY.multipliedBy(3)));
    rig.publish(0, request("one"));
    rig.publish(0, request("two"));
    rig.publish(0, request("three"));
    rig.start();
    turn(30);
    int written = rig.visible().size();
    turn(50);

    assertThat(rig.visible()).hasSize(written);
    assertThat(instagram.asked()).hasSize(3);
  }

  @Test
  void shouldGoOnInTimeThoughTheOneInFrontWaitsLonger() {
    instagram.failOnce(limit(DAY));
    instagram.failOnce(limit(DAY.multipliedBy(3)));
    rig.publish(0, request("soon"));
    rig.publish(0, request("late"));
    rig.start();
    turn(20);
    rig.clock().move(DAY);
    turn(20);

    assertThat(last("soon")).isInstanceOf(JobCompleted.class);
    assertThat(last("late")).isInstanceOf(JobWaiting.class);
  }

  @Test
  void shouldHeedOrdersWhileItIsAside() {
    waitFor(DAY, "limited");
    rig.publishNow(0, request("other"));
    turn(15);
    rig.notices().order("limited", new JobOrder.Pause(Optional.empty()));
    turn(3);
    assertThat(last("limited")).isInstanceOf(JobPaused.class);
    rig.notices().order("limited", new JobOrder.Cancel(Optional.empty()));
    turn(3);

    assertThat(last("limited")).isInstanceOf(JobCancelled.class);
    assertThat(rig.isDone()).isTrue();
  }

  @Test
  void shouldFindTheSamePeopleHoweverOftenItWaitsAndIsKilled() {
    Random random = new Random(SEED);
    List<List<String>> pages =
        IntStream.range(0, 6)
            .mapToObj(page -> IntStream.range(0, 40).mapToObj(i -> "p" + page + "x" + i).toList())
            .toList();
    Set<String> expected = new HashSet<>();
    pages.forEach(expected::addAll);
    FakeDiscovery platform = new FakeDiscovery(pages);
    Rig limited = new Rig(platform);
    List<String> jobs = List.of("j", "k", "l");
    jobs.forEach(job -> limited.publish(0, request(job)));
    limited.start();
    for (int turn = 0; turn < 400; turn++) {
      switch (random.nextInt(10)) {
        case 0 -> limited.crash();
        case 1 -> limited.turnInVain();
        case 2, 3 -> platform.failOnce(limit(Duration.ofSeconds(random.nextInt(1, 600))));
        case 4, 5 -> limited.clock().move(Duration.ofSeconds(random.nextInt(1, 400)));
        default -> limited.turn();
      }
    }
    for (int turn = 0; turn < 2_000 && !limited.isDone(); turn++) {
      limited.clock().move(Duration.ofMinutes(1));
      limited.turn();
    }

    assertThat(limited.isDone()).as("seed %d", SEED).isTrue();
    for (String job : jobs) {
      assertThat(limited.records().people(limited.visible()))
          .as("seed %d", SEED)
          .filteredOn(person -> person.getJobId().equals(job))
          .extracting(person -> person.getProfile().getUsername())
          .containsAll(expected)
          .isSubsetOf(expected);
    }
    assertThat(limited.records().progress(limited.visible()))
        .as("seed %d", SEED)
        .extracting(DiscoveryProgress::getId)
        .doesNotHaveDuplicates();
  }

  /** The job has begun and waits. */
  private void waitFor(Duration time, String jobId) {
    instagram.failOnce(limit(time));
    rig.publish(0, request(jobId));
    rig.start();
    turn(4);
    assertThat(last(jobId)).isInstanceOf(JobWaiting.class);
  }

  /** The job has read its first page and waits before the first person of it. */
  private void waitInThePage(Duration time, String jobId) {
    instagram.failOnceAt("a.demo", limit(time));
    rig.publish(0, request(jobId));
    rig.start();
    turn(4);
    assertThat(last(jobId)).isInstanceOf(JobWaiting.class);
    assertThat(instagram.asked()).contains("page 0");
  }

  private static PlatformFailure limit(Duration time) {
    return new PlatformFailure.RateLimit(ErrorCode.ofStatus(429), Optional.of(time));
  }

  private void turn(int times) {
    for (int turn = 0; turn < times; turn++) {
      rig.turn();
    }
  }

  private static DiscoveryRequested request(String jobId) {
    return Rig.request(jobId).setKeywords(List.of("x")).setMaxProfiles(1_000).build();
  }

  private List<String> peopleOf(String jobId) {
    return rig.records().people(rig.visible()).stream()
        .filter(person -> person.getJobId().equals(jobId))
        .map(person -> person.getProfile().getUsername())
        .toList();
  }

  private List<Object> steps(String jobId) {
    return rig.records().progress(rig.visible()).stream()
        .filter(step -> step.getJobId().equals(jobId))
        .map(DiscoveryProgress::getStep)
        .toList();
  }

  private Object last(String jobId) {
    return steps(jobId).getLast();
  }

  private List<Class<?>> stepsOf(String jobId) {
    return steps(jobId).stream().<Class<?>>map(Object::getClass).toList();
  }
}
