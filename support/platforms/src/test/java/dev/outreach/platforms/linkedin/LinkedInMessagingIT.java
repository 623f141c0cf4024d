package dev.outreach.platforms.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.Purpose;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.contract.MessagingContract;
import dev.outreach.platforms.contract.SandboxFixture;
import dev.outreach.platforms.transport.HttpTimeouts;
import dev.outreach.platforms.transport.HttpTransport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedInMessagingIT extends MessagingContract {

  private final HttpTransport transport =
      new HttpTransport(new HttpTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2)));

  @TempDir private Path folder;
  private SandboxFixture sandbox;

  @BeforeEach
  void start() {
    sandbox = new SandboxFixture(folder, settings -> settings);
  }

  @AfterEach
  void stop() {
    sandbox.close();
    transport.close();
  }

  @Test
  void shouldSendNothingThatNoPersonAskedForJustNow() {
    OutboundMessage scheduled =
        new OutboundMessage("Hello", recipient(), Optional.empty(), Purpose.RESPONSE, "key");

    assertThat(failure(messaging().send(scheduled, () -> {})))
        .isInstanceOf(PlatformFailure.Permission.class);
    assertThat(sandbox.messages()).isEmpty();
  }

  @Test
  void shouldReachNobodyWhomLinkedInDoesNotKnow() {
    assertThat(failure(send("urn:li:person:0", "Hello")))
        .isInstanceOf(PlatformFailure.RecipientUnreachable.class);
  }

  @Test
  void shouldRefuseMarkup() {
    assertThat(failure(send(recipient(), "<b>Hello</b>")))
        .isInstanceOf(PlatformFailure.Invalid.class);
  }

  @Test
  void shouldAnswerInAConversation() {
    SendOutcome first = send(recipient(), "Hello");
    String thread = onlyMessage().path("thread_id").asText();
    SendOutcome answer =
        messaging()
            .send(
                new OutboundMessage(
                    "And more", recipient(), Optional.of(thread), Purpose.MEMBER_ACTION, "key"),
                () -> {});

    assertThat(first).isInstanceOf(SendOutcome.Sent.class);
    assertThat(((SendOutcome.Sent) answer).threadId()).contains(thread);
  }

  @Override
  protected Purpose purpose() {
    return Purpose.MEMBER_ACTION;
  }

  @Override
  protected Messaging messaging() {
    return messagingAt(sandbox.platformUri("linkedin"));
  }

  @Override
  protected Messaging messagingAt(URI base) {
    return LinkedInFixture.adapter(
            LinkedInFixture.settings(base), "li-admin-token", transport, sandbox)
        .messaging();
  }

  @Override
  protected SandboxFixture sandbox() {
    return sandbox;
  }

  @Override
  protected String platform() {
    return "linkedin";
  }

  @Override
  protected String recipient() {
    return sandbox.personWhoWrote("linkedin", "blue.kiln");
  }

  private static PlatformFailure failure(SendOutcome outcome) {
    return ((SendOutcome.ProvedNotExecuted) outcome).failure();
  }
}
