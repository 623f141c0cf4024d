package dev.outreach.profile;

import static dev.outreach.profile.ProfileDriver.TOPICS;
import static dev.outreach.profile.Records.MESSAGE;
import static dev.outreach.profile.Records.NOON;
import static dev.outreach.profile.Records.PROFILE;
import static dev.outreach.profile.Records.ada;
import static dev.outreach.profile.Records.command;
import static dev.outreach.profile.Records.drafted;
import static dev.outreach.profile.Records.found;
import static dev.outreach.profile.Records.inbound;
import static dev.outreach.profile.Records.sendResult;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.outreach.schemas.ApproveSend;
import dev.outreach.schemas.CommandAccepted;
import dev.outreach.schemas.CommandRejected;
import dev.outreach.schemas.DiscoveryOutcome;
import dev.outreach.schemas.DiscoveryResult;
import dev.outreach.schemas.DraftTask;
import dev.outreach.schemas.Erase;
import dev.outreach.schemas.InboundKind;
import dev.outreach.schemas.MessageState;
import dev.outreach.schemas.MessageStatus;
import dev.outreach.schemas.MessageType;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.ProfileErased;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.ProfileRefreshed;
import dev.outreach.schemas.RefusalReason;
import dev.outreach.schemas.RefusedPerson;
import dev.outreach.schemas.RequestDraft;
import dev.outreach.schemas.ReviewProfile;
import dev.outreach.schemas.ReviewVerdict;
import dev.outreach.schemas.SendCancelled;
import dev.outreach.schemas.SendOrder;
import dev.outreach.schemas.SendRoute;
import dev.outreach.schemas.SendSucceeded;
import dev.outreach.schemas.SendSuppressed;
import dev.outreach.schemas.SendTask;
import dev.outreach.schemas.Suppress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTopologyTest {

  private ProfileDriver driver;

  @BeforeEach
  void open(@TempDir Path directory) {
    driver = new ProfileDriver(directory);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void shouldRegisterAFoundPersonOnce() {
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().build()));
    driver.publish(
        TOPICS.discoveredProfiles(),
        PROFILE,
        found(ada().setCollectedAt(NOON.plusSeconds(9)).build()));

    assertThat(driver.events()).extracting(ProfileEvent::getVersion).containsExactly(1L);
  }

  @Test
  void shouldSayWhatChangedWhenAPersonIsFoundAgain() {
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().build()));
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().setFollowers(1_300L).build()));

    ProfileEvent last = driver.events().getLast();
    assertThat(last.getEvent()).isEqualTo(new ProfileRefreshed("job-1", List.of("followers")));
    assertThat(last.getAfter().getProfile().getFollowers()).contains(1_300L);
    assertThat(last.getVersion()).isEqualTo(2);
  }

  @Test
  void shouldTellWhatEachFindTurnedOutToBe() {
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().build()));
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().build()));
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().setFollowers(7L).build()));
    driver.command(command("suppress", new Suppress("asked")));
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().setFollowers(8L).build()));
    driver.command(command("erase", new Erase("asked")));
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().setFollowers(9L).build()));

    assertThat(driver.findings())
        .allSatisfy(finding -> assertThat(finding.getPage()).isEqualTo(3))
        .extracting(DiscoveryResult::getOutcome)
        .containsExactly(
            DiscoveryOutcome.NEW,
            DiscoveryOutcome.UNCHANGED,
            DiscoveryOutcome.REFRESHED,
            DiscoveryOutcome.SUPPRESSED,
            DiscoveryOutcome.ERASED);
    assertThat(driver.refusedPeople())
        .extracting(RefusedPerson::getProfileId, RefusedPerson::getReason)
        .containsExactly(
            tuple(PROFILE, RefusalReason.SUPPRESSED), tuple(PROFILE, RefusalReason.ERASED));
  }

  @Test
  void shouldCarryAPersonThroughTheWholeFunnel() {
    SendTask task = approved();
    SendOrder order = (SendOrder) task.getInstruction();
    assertThat(order.getText()).isEqualTo("Hello Ada");
    assertThat(order.getRecipient()).isEqualTo("ada");
    assertThat(order.getApprovedBy()).isEqualTo("grace");

    driver.publish(TOPICS.sendResults(), PROFILE, sendResult(task.getId(), MESSAGE, sent()));

    ProfileEvent last = driver.events().getLast();
    assertThat(last.getAfter().getOutreachStatus()).isEqualTo(OutreachStatus.SENT);
    assertThat(last.getAfter().getLastContactedAt()).contains(NOON.plusSeconds(250));
    assertThat(message(last).getStatus()).isEqualTo(MessageStatus.SENT);
    assertThat(message(last).getSentText()).contains("Hello Ada");
    assertThat(driver.results())
        .isNotEmpty()
        .allSatisfy(result -> assertThat(result.getOutcome()).isInstanceOf(CommandAccepted.class));
  }

  @Test
  void shouldAnswerTheSameCommandTheSameWayWithoutAnEvent() {
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().build()));
    driver.command(command("request", new RequestDraft(MessageType.INITIAL, null, false)));
    driver.command(command("review", new ReviewProfile(ReviewVerdict.QUALIFIED, null)));
    driver.command(command("request", new RequestDraft(MessageType.INITIAL, null, false)));

    assertThat(driver.events()).hasSize(2);
    assertThat(driver.draftTasks()).isEmpty();
    assertThat(driver.results())
        .filteredOn(result -> result.getCommandId().equals("request"))
        .extracting(result -> ((CommandRejected) result.getOutcome()).getCode())
        .containsExactly("NOT_QUALIFIED", "NOT_QUALIFIED");
  }

  @Test
  void shouldRefuseAStaleApproval() {
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().build()));
    draft();
    driver.command(command("approve", new ApproveSend(MESSAGE, "0".repeat(64))));

    CommandRejected rejected = (CommandRejected) driver.results().getLast().getOutcome();
    assertThat(rejected.getCode()).isEqualTo("STALE_APPROVAL");
    assertThat(driver.sendTasks()).isEmpty();
  }

  @Test
  void shouldCancelTheQueuedSendWhenThePersonReplies() {
    approved();
    driver.command(command("reply", inbound(InboundKind.REPLY, "mid-1", "No thanks")));

    ProfileEvent last = driver.events().getLast();
    assertThat(last.getAfter().getOutreachStatus()).isEqualTo(OutreachStatus.REPLIED);
    assertThat(message(last).getStatus()).isEqualTo(MessageStatus.QUEUED);
    assertThat(driver.sendTasks())
        .extracting(task -> ((SendCancelled) task.getInstruction()).getReasonCode())
        .containsExactly("REPLIED");
  }

  @Test
  void shouldTellTheSenderWhoAskedNotToBeContacted() {
    approved();
    driver.command(command("stop", inbound(InboundKind.OPT_OUT, "mid-1", "stop")));

    List<SendTask> told = driver.sendTasks();
    assertThat(told.getFirst().getInstruction()).isInstanceOf(SendCancelled.class);
    assertThat(told.getLast().getInstruction())
        .isEqualTo(
            new SendSuppressed(
                Platform.INSTAGRAM, "ada", "SUPPRESSED", "the person asked not to be contacted"));
    assertThat(told.getLast().getProfileId()).isEqualTo(PROFILE);
  }

  @Test
  void shouldTellTheSenderOnceWhomAnOperatorSuppressed() {
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().build()));
    driver.command(command("first", new Suppress("asked by mail")));
    driver.command(command("second", new Suppress("asked by mail")));

    assertThat(driver.sendTasks())
        .extracting(task -> ((SendSuppressed) task.getInstruction()).getReason())
        .containsExactly("asked by mail");
  }

  @Test
  void shouldGiveTheSenderNoHandleOfSomebodyToForget() {
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().build()));
    driver.command(command("erase", new Erase("asked by mail")));

    assertThat(driver.sendTasks().getLast().getInstruction())
        .isEqualTo(
            new SendSuppressed(Platform.INSTAGRAM, null, "ERASED", "the person is forgotten"));
  }

  @Test
  void shouldEmptyThePersonalFieldsOnErasure() {
    approved();
    driver.command(command("erase", new Erase("asked by mail")));
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().build()));

    List<ProfileEvent> events = driver.events();
    ProfileEvent last = events.getLast();
    assertThat(last.getEvent()).isInstanceOf(ProfileErased.class);
    assertThat(last.getAfter().getErased()).isTrue();
    assertThat(last.getAfter().toString()).doesNotContain("Ada", "ada", "bread", "grace");
    assertThat(String.valueOf(driver.stored(PROFILE)))
        .doesNotContain("Ada", "\"ada\"", "bread", "grace");
  }

  private SendTask approved() {
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().build()));
    MessageState draft = draft();
    driver.command(
        command("approve", new ApproveSend(MESSAGE, draft.getFingerprint().orElseThrow())));
    return driver.sendTasks().getLast();
  }

  private MessageState draft() {
    driver.command(command("review", new ReviewProfile(ReviewVerdict.QUALIFIED, "fits")));
    driver.command(command("request", new RequestDraft(MessageType.INITIAL, null, false)));
    DraftTask task = driver.draftTasks().getLast();
    driver.publish(TOPICS.draftResults(), PROFILE, drafted(task.getTaskId(), MESSAGE, "Hello Ada"));
    return message(driver.events().getLast());
  }

  private static SendSucceeded sent() {
    return new SendSucceeded(
        SendRoute.OFFICIAL_API, "mid-9", "thread-1", null, NOON.plusSeconds(250), false);
  }

  private static MessageState message(ProfileEvent event) {
    return event.getAfter().getMessage().orElseThrow();
  }
}
