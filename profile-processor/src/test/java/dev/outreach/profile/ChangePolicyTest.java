package dev.outreach.profile;

import static dev.outreach.profile.ProfileDriver.TOPICS;
import static dev.outreach.profile.Records.MESSAGE;
import static dev.outreach.profile.Records.NOON;
import static dev.outreach.profile.Records.PROFILE;
import static dev.outreach.profile.Records.WORKSPACE;
import static dev.outreach.profile.Records.ada;
import static dev.outreach.profile.Records.command;
import static dev.outreach.profile.Records.drafted;
import static dev.outreach.profile.Records.found;
import static dev.outreach.profile.Records.sendResult;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.profile.domain.RejectionCode;
import dev.outreach.schemas.Actor;
import dev.outreach.schemas.ActorKind;
import dev.outreach.schemas.ApproveSend;
import dev.outreach.schemas.CommandRejected;
import dev.outreach.schemas.FollowUpsAllowed;
import dev.outreach.schemas.MessageType;
import dev.outreach.schemas.PolicyChanged;
import dev.outreach.schemas.ProfileDiscovered;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.RequestDraft;
import dev.outreach.schemas.ReviewProfile;
import dev.outreach.schemas.ReviewVerdict;
import dev.outreach.schemas.SendRoute;
import dev.outreach.schemas.SendSucceeded;
import dev.outreach.schemas.identity.DerivedId;
import dev.outreach.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many follow-ups a person gets, changed while all runs. Two are allowed at first. */
class ChangePolicyTest {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Instant EVENING = NOON.plusSeconds(36_000);

  private ProfileDriver driver;

  @BeforeEach
  void open(@TempDir Path directory) {
    driver = new ProfileDriver(directory);
    sendToAda();
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void shouldTellWhoWaitsForAReplyOnce() {
    change("change-1", EVENING, 3);
    assertThat(driver.events()).isEmpty();
    rounds(5);

    ProfileEvent told = only(driver.events());
    assertThat(told.getProfileId()).isEqualTo(PROFILE);
    assertThat(told.getEvent()).isEqualTo(new FollowUpsAllowed(3));
    assertThat(told.getAfter().getFollowUpsLeft()).isEqualTo(3);
    assertThat(told.getCausationId()).contains("change-1");
    assertThat(told.getOccurredAt()).isEqualTo(EVENING);
    assertThat(told.getActor().getName()).isEqualTo("grace");
  }

  @Test
  void shouldReachEverybodyStretchByStretch() {
    List<String> others =
        IntStream.range(0, 2_000).mapToObj(number -> discovered("person-" + number)).toList();
    assertThat(others.stream().filter(other -> other.compareTo(PROFILE) < 0).count())
        .as("people before Ada, so that the first stretch does not reach her")
        .isGreaterThan(50);
    driver.events();

    change("change-1", EVENING, 1);
    rounds(1);
    assertThat(driver.events()).isEmpty();
    rounds(2_000 / 50);

    assertThat(only(driver.events()).getAfter().getFollowUpsLeft()).isOne();
  }

  @Test
  void shouldDecideByTheNewRulesBeforeAnybodyIsTold() {
    change("change-1", EVENING, 0);
    driver.command(command("follow-up", new RequestDraft(MessageType.FOLLOW_UP, null, false)));

    assertThat(only(driver.results()).getOutcome())
        .isInstanceOfSatisfying(
            CommandRejected.class,
            refusal ->
                assertThat(refusal.getCode()).isEqualTo(RejectionCode.NO_FOLLOW_UPS_LEFT.name()));
    assertThat(driver.events()).as("a refusal changes nothing").isEmpty();

    rounds(1);
    assertThat(only(driver.events()).getAfter().getFollowUpsLeft())
        .as("told all the same")
        .isZero();
  }

  @Test
  void shouldGoByTheNewestChangeWhicheverComesFirst() {
    change("newer", EVENING.plusMillis(1), 4);
    change("older", EVENING, 7);
    rounds(1);

    assertThat(only(driver.events()).getEvent()).isEqualTo(new FollowUpsAllowed(4));
  }

  @Test
  void shouldBeginAnewWhereItChangesAgainMeanwhile() {
    change("change-1", EVENING, 4);
    change("change-2", EVENING.plusMillis(1), 5);
    rounds(3);
    change("change-3", EVENING.plusMillis(2), 5);
    rounds(3);

    assertThat(only(driver.events()).getEvent()).isEqualTo(new FollowUpsAllowed(5));
  }

  @Test
  void shouldPutAsideWhatCannotHold() {
    change("change-1", EVENING, 11);
    change("change-2", EVENING, -1);
    driver.publish(TOPICS.policyChanges(), "rules", changed("change-3", EVENING, 3));
    rounds(1);

    assertThat(driver.deadLetters()).hasSize(3);
    assertThat(driver.events()).isEmpty();
  }

  /** However much time passes at once, a task goes on by one stretch only. */
  private void rounds(int number) {
    for (int i = 0; i < number; i++) {
      driver.passTime(PAUSE);
    }
  }

  private void change(String id, Instant at, int followUps) {
    driver.publish(TOPICS.policyChanges(), Topics.POLICY, changed(id, at, followUps));
  }

  private static PolicyChanged changed(String id, Instant at, int followUps) {
    return new PolicyChanged(id, at, "c", new Actor(ActorKind.PERSON, "grace"), followUps);
  }

  private String discovered(String username) {
    String id = DerivedId.profile(WORKSPACE, "instagram", username);
    driver.publish(
        TOPICS.discoveredProfiles(),
        id,
        new ProfileDiscovered(
            "found-" + username,
            WORKSPACE,
            id,
            "job-1",
            NOON,
            "c",
            ada().setUsername(username).build(),
            3L));
    return id;
  }

  private void sendToAda() {
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().build()));
    driver.command(command("review", new ReviewProfile(ReviewVerdict.QUALIFIED, "fits")));
    driver.command(command("request", new RequestDraft(MessageType.INITIAL, null, false)));
    String task = driver.draftTasks().getLast().getTaskId();
    driver.publish(TOPICS.draftResults(), PROFILE, drafted(task, MESSAGE, "Hello Ada"));
    String fingerprint =
        driver
            .events()
            .getLast()
            .getAfter()
            .getMessage()
            .orElseThrow()
            .getFingerprint()
            .orElseThrow();
    driver.command(command("approve", new ApproveSend(MESSAGE, fingerprint)));
    driver.publish(
        TOPICS.sendResults(),
        PROFILE,
        sendResult(
            driver.sendTasks().getLast().getId(),
            MESSAGE,
            new SendSucceeded(
                SendRoute.OFFICIAL_API, "mid-9", null, null, NOON.plusSeconds(250), false)));
    assertThat(driver.events().getLast().getAfter().getFollowUpsLeft()).isEqualTo(2);
    driver.results();
  }

  private static <T> T only(List<T> all) {
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
