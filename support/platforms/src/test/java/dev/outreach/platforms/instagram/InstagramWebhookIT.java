package dev.outreach.platforms.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outreach.platforms.InboundEvent;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.ParsedWebhook;
import dev.outreach.platforms.Purpose;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.SignatureCheck;
import dev.outreach.platforms.contract.SandboxFixture;
import dev.outreach.platforms.contract.WebhookReceiver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstagramWebhookIT {

  @TempDir private Path folder;
  private SandboxFixture sandbox;
  private WebhookReceiver receiver;
  private Instagram instagram;

  @BeforeEach
  void start() {
    sandbox = new SandboxFixture(folder, settings -> settings);
    receiver = new WebhookReceiver();
    instagram = InstagramFixture.adapter(sandbox.platformUri("instagram"), sandbox);
    sandbox.post(
        "/sandbox/instagram/webhook",
        "{\"url\":\"%s\",\"secret\":\"%s\"}"
            .formatted(receiver.uri(), InstagramFixture.APP_SECRET.value()));
  }

  @AfterEach
  void stop() {
    sandbox.close();
    receiver.close();
  }

  @Test
  void shouldReceiveVerifyAndAttributeWhatAPersonWrites() {
    String address = InstagramFixture.personWhoWrote(sandbox, "blue.kiln");

    InboundEvent.MessageReceived received = (InboundEvent.MessageReceived) next();

    assertThat(received.address()).isEqualTo(address);
    assertThat(received.text()).contains("Hi");
    assertThat(instagram.webhook().usernameOf(address)).contains("blue.kiln");
  }

  @Test
  void shouldTellOurOwnMessagesFromReplies() {
    String address = InstagramFixture.personWhoWrote(sandbox, "blue.kiln");
    next();

    SendOutcome outcome =
        instagram
            .messaging()
            .send(
                new OutboundMessage("Ours ♥", address, Optional.empty(), Purpose.RESPONSE, "key"),
                () -> {});

    InboundEvent.Echo echo = (InboundEvent.Echo) next();
    assertThat(echo.platformMessageId())
        .isEqualTo(((SendOutcome.Sent) outcome).platformMessageId());
    assertThat(echo.text()).contains("Ours ♥");
    assertThat(echo.address()).isEqualTo(address);
  }

  @Test
  void shouldGetAWebhookAgainThatWasNotAcknowledged() {
    receiver.refuseNext(1);

    InstagramFixture.personWhoWrote(sandbox, "blue.kiln");

    assertThat(next()).isInstanceOf(InboundEvent.MessageReceived.class);
    assertThat(receiver.refused()).isEqualTo(1);
  }

  @Test
  void shouldReceiveReadReceipts() {
    String address = InstagramFixture.personWhoWrote(sandbox, "blue.kiln");
    next();
    instagram
        .messaging()
        .send(
            new OutboundMessage("Ours", address, Optional.empty(), Purpose.RESPONSE, "key"),
            () -> {});
    InboundEvent echo = next();

    sandbox.post("/sandbox/instagram/read", "{\"username\":\"blue.kiln\"}");

    assertThat(((InboundEvent.Read) next()).platformMessageId())
        .contains(((InboundEvent.Echo) echo).platformMessageId());
  }

  private InboundEvent next() {
    await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(10)).until(receiver::hasNext);
    WebhookReceiver.Received received = receiver.next();
    assertThat(instagram.webhook().verify(received.body(), received.headers()))
        .isEqualTo(new SignatureCheck.Valid(1));
    return ((ParsedWebhook.Events) instagram.webhook().parse(received.body())).events().getFirst();
  }
}
