package dev.outreach.platforms.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.platforms.BeforeWrite;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.Purpose;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.SentLookup;
import dev.outreach.platforms.contract.MessagingContract;
import dev.outreach.platforms.contract.SandboxFixture;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstagramMessagingIT extends MessagingContract {

  private static final BeforeWrite NOTHING = () -> {};

  @TempDir private Path folder;
  private SandboxFixture sandbox;

  @BeforeEach
  void start() {
    sandbox = new SandboxFixture(folder, settings -> settings);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void shouldSayThatTheWindowIsClosedADayAfterThePersonWrote() {
    String recipient = recipient();
    sandbox.advance(Duration.ofHours(24).plusSeconds(10));

    assertThat(send(recipient, "Too late"))
        .isInstanceOfSatisfying(
            SendOutcome.ProvedNotExecuted.class,
            proved -> {
              assertThat(proved.failure()).isInstanceOf(PlatformFailure.WindowClosed.class);
              assertThat(proved.retryable()).isFalse();
            });
  }

  @Test
  void shouldSayThatSomebodyWhoNeverWroteCannotBeReached() {
    assertThat(send("17841401234567890", "Hello"))
        .isInstanceOfSatisfying(
            SendOutcome.ProvedNotExecuted.class,
            proved ->
                assertThat(proved.failure())
                    .isInstanceOf(PlatformFailure.RecipientUnreachable.class));
  }

  @Test
  void shouldNeedApprovalToAnswerAsAHumanAgent() {
    OutboundMessage message =
        new OutboundMessage("Hello", recipient(), Optional.empty(), Purpose.HUMAN_AGENT, "key");

    assertThat(messaging().send(message, NOTHING))
        .isInstanceOfSatisfying(
            SendOutcome.ProvedNotExecuted.class,
            proved -> assertThat(proved.failure()).isInstanceOf(PlatformFailure.Permission.class));
  }

  @Test
  void shouldConcludeNothingWhenTwentyNewerMessagesHideTheRest() {
    String recipient = recipient();
    Instant since = sandbox.now();
    send(recipient, "The one that is looked for");
    for (int index = 0; index < 21; index++) {
      send(recipient, "Newer " + index);
    }

    assertThat(messaging().findSent(recipient, "The one that is looked for", since))
        .isEqualTo(new SentLookup.Absent(false));
  }

  @Override
  protected Messaging messaging() {
    return InstagramFixture.adapter(sandbox.platformUri("instagram"), sandbox).messaging();
  }

  @Override
  protected Messaging messagingAt(URI nowhere) {
    return InstagramFixture.adapter(nowhere, sandbox).messaging();
  }

  @Override
  protected SandboxFixture sandbox() {
    return sandbox;
  }

  @Override
  protected String platform() {
    return "instagram";
  }

  @Override
  protected String recipient() {
    return InstagramFixture.personWhoWrote(sandbox, "blue.kiln");
  }
}
