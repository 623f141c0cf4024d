package dev.outreach.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.discovery.domain.JobOrder;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.schemas.DiscoveryProgress;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.JobCancelled;
import dev.outreach.schemas.JobCompleted;
import dev.outreach.schemas.JobPageDone;
import dev.outreach.schemas.JobPaused;
import dev.outreach.schemas.JobResumed;
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

/** Pausing, resuming and cancelling; {@code -Dseed=…} repeats the random one. */
class JobOrdersTest {

  private static final long SEED = Long.getLong("seed", new Random().nextLong());
  private static final JobOrder PAUSE = new JobOrder.Pause(Optional.of("lunch"));
  private static final JobOrder RESUME = new JobOrder.Resume(Optional.empty());
  private static final JobOrder CANCEL = new JobOrder.Cancel(Optional.of("wrong town"));

  private final FakeDiscovery instagram =
      new FakeDiscovery(List.of(List.of("a.demo"), List.of("b.demo"), List.of("c.demo")));
  private final Rig rig = new Rig(instagram);

  @Test
  void shouldStopAtTheNextPageAndGoOnFromThere() {
    begin("j");
    rig.notices().order("j", PAUSE);
    turn(5);
    assertThat(last("j").getStep())
        .isInstanceOfSatisfying(
            JobPaused.class, step -> assertThat(step.getReason()).contains("lunch"));
    int asked = instagram.asked().size();
    turn(5);
    assertThat(instagram.asked()).hasSize(asked);

    rig.notices().order("j", RESUME);
    rig.finish();

    assertThat(people()).containsExactly("a.demo", "b.demo", "c.demo");
    assertThat(stepsOf("j"))
        .containsOnlyOnce(JobStarted.class, JobPaused.class, JobResumed.class, JobCompleted.class);
    assertThat(instagram.asked()).containsOnlyOnce("page 0", "a.demo");
  }

  @Test
  void shouldStayPausedAfterACrashAndTellItOnce() {
    begin("j");
    rig.notices().order("j", PAUSE);
    turn(4);
    rig.crash();
    int asked = instagram.asked().size();
    turn(10);

    assertThat(instagram.asked()).hasSize(asked);
    assertThat(stepsOf("j")).containsOnlyOnce(JobPaused.class);
    rig.notices().order("j", RESUME);
    rig.finish();
    assertThat(people()).containsExactly("a.demo", "b.demo", "c.demo");
  }

  @Test
  void shouldNeverGoOnOnceCancelled() {
    begin("j");
    rig.notices().order("j", CANCEL);
    rig.turn();
    rig.notices().order("j", RESUME);
    rig.crash();
    turn(10);

    assertThat(rig.isDone()).isTrue();
    assertThat(last("j").getStep())
        .isInstanceOfSatisfying(
            JobCancelled.class, step -> assertThat(step.getReason()).contains("wrong town"));
    assertThat(instagram.asked()).doesNotContain("page 2");
  }

  @Test
  void shouldCancelAJobThatHasNotBegun() {
    rig.notices().order("j", CANCEL);
    begin("j");

    assertThat(stepsOf("j")).containsExactly(JobCancelled.class);
    assertThat(instagram.asked()).isEmpty();
  }

  @Test
  void shouldHeedAnOrderWhileItWaitsForThePlatform() {
    instagram.failOnce(
        new PlatformFailure.RateLimit(ErrorCode.ofStatus(429), Optional.of(Duration.ofDays(1))));
    begin("j");
    assertThat(last("j").getStep()).isInstanceOf(JobWaiting.class);
    rig.notices().order("j", CANCEL);
    rig.turn();
    assertThat(last("j").getStep()).isInstanceOf(JobCancelled.class);
  }

  @Test
  void shouldLetOthersOfTheLinePassAPausedJob() {
    begin("j");
    rig.notices().order("j", PAUSE);
    turn(3);
    rig.publishNow(0, request("other"));
    turn(12);
    assertThat(last("other").getStep()).isInstanceOf(JobCompleted.class);
    assertThat(last("j").getStep()).isInstanceOf(JobPaused.class);

    rig.crash();
    turn(3);
    assertThat(stepsOf("j")).containsOnlyOnce(JobStarted.class, JobPaused.class);
    rig.notices().order("j", RESUME);
    rig.finish();
    assertThat(last("j").getStep()).isInstanceOf(JobCompleted.class);
    assertThat(stepsOf("j")).containsOnlyOnce(JobStarted.class, JobResumed.class);
  }

  @Test
  void shouldNotTurnRoundAndRoundWhereAllArePaused() {
    rig.notices().order("one", PAUSE);
    rig.notices().order("two", PAUSE);
    rig.publish(0, request("one"));
    rig.publish(0, request("two"));
    rig.start();
    turn(20);
    int written = rig.visible().size();
    turn(50);
    assertThat(rig.visible()).hasSize(written);
    assertThat(stepsOf("one")).containsExactly(JobStarted.class, JobPaused.class);
    assertThat(stepsOf("two")).containsExactly(JobStarted.class, JobPaused.class);
  }

  @Test
  void shouldCancelAJobThatRestsLongerThanTheLogKeepsIt() {
    begin("j");
    rig.notices().order("j", PAUSE);
    turn(3);
    rig.clock().move(Duration.ofDays(22));
    turn(2);
    assertThat(last("j").getStep())
        .isInstanceOfSatisfying(
            JobCancelled.class,
            step -> assertThat(step.getReason()).contains("Paused for more than 21 days"));
  }

  @Test
  void shouldTellWhatEachPageBrought() {
    begin("j");
    rig.finish();
    assertThat(progress("j"))
        .extracting(DiscoveryProgress::getStep)
        .filteredOn(JobPageDone.class::isInstance)
        .extracting(step -> ((JobPageDone) step).getFound())
        .containsExactly(0L, 1L, 1L, 1L);
    assertThat(rig.records().people(rig.visible()))
        .extracting(person -> person.getPage())
        .containsExactly(2L, 3L, 4L);
  }

  @Test
  void shouldFindTheSamePeopleHoweverOftenItIsPausedAndKilled() {
    Random random = new Random(SEED);
    List<List<String>> pages =
        IntStream.range(0, 8)
            .mapToObj(page -> IntStream.range(0, 40).mapToObj(i -> "p" + page + "x" + i).toList())
            .toList();
    Set<String> expected = new HashSet<>();
    pages.forEach(expected::addAll);
    Rig steered = new Rig(new FakeDiscovery(pages));
    steered.publish(0, request("j"));
    steered.publish(0, request("k"));
    steered.start();
    for (int turn = 0; turn < 300; turn++) {
      String job = random.nextBoolean() ? "j" : "k";
      switch (random.nextInt(8)) {
        case 0 -> steered.crash();
        case 1 -> steered.turnInVain();
        case 2 -> steered.notices().order(job, PAUSE);
        case 3 -> steered.notices().order(job, RESUME);
        default -> steered.turn();
      }
    }
    steered.notices().order("j", RESUME);
    steered.notices().order("k", RESUME);
    steered.finish();
    for (String job : List.of("j", "k")) {
      assertThat(steered.records().people(steered.visible()))
          .as("seed %d", SEED)
          .filteredOn(person -> person.getJobId().equals(job))
          .extracting(person -> person.getProfile().getUsername())
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(steered.records().progress(steered.visible()))
        .as("seed %d", SEED)
        .extracting(DiscoveryProgress::getId)
        .doesNotHaveDuplicates();
  }

  private void begin(String jobId) {
    rig.publish(0, request(jobId));
    rig.start();
    turn(3);
  }

  private void turn(int times) {
    for (int turn = 0; turn < times; turn++) {
      rig.turn();
    }
  }

  private static DiscoveryRequested request(String jobId) {
    return Rig.request(jobId).setKeywords(List.of("x")).setMaxProfiles(1_000).build();
  }

  private List<String> people() {
    return rig.records().people(rig.visible()).stream()
        .map(person -> person.getProfile().getUsername())
        .toList();
  }

  private List<DiscoveryProgress> progress(String jobId) {
    return rig.records().progress(rig.visible()).stream()
        .filter(step -> step.getJobId().equals(jobId))
        .toList();
  }

  private DiscoveryProgress last(String jobId) {
    return progress(jobId).getLast();
  }

  private List<Class<?>> stepsOf(String jobId) {
    return progress(jobId).stream().<Class<?>>map(step -> step.getStep().getClass()).toList();
  }
}
