package dev.outreach.platforms.unipile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outreach.platforms.Conversations;
import dev.outreach.platforms.Enrichment;
import dev.outreach.platforms.InboundEvent;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.ParsedWebhook;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.Purpose;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.SentLookup;
import dev.outreach.platforms.SignatureCheck;
import dev.outreach.platforms.Webhook;
import dev.outreach.platforms.contract.MessagingContract;
import dev.outreach.platforms.contract.SandboxFixture;
import dev.outreach.platforms.contract.WebhookReceiver;
import dev.outreach.platforms.transport.HttpTimeouts;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.unipile.UnipileSettings.Version;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What both generations of the interface must do. */
abstract class UnipileMessagingContract extends MessagingContract {

  private final HttpTransport transport =
      new HttpTransport(new HttpTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2)));

  private static final String STRANGER = "calm.stranger";

  @TempDir private Path folder;
  private SandboxFixture sandbox;

  protected abstract Version version();

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
  void shouldAnswerInTheConversationItStarted() {
    String recipient = recipient();
    SendOutcome.Sent first = (SendOutcome.Sent) send(recipient, "Hello\r\n--and more");
    SendOutcome.Sent answer =
        (SendOutcome.Sent)
            messaging()
                .send(
                    new OutboundMessage(
                        "Ümlaut 🙂", recipient, first.threadId(), Purpose.RESPONSE, "key"),
                    () -> {});

    assertThat(first.threadId()).isPresent();
    assertThat(answer.threadId()).isEqualTo(first.threadId());
    assertThat(sandbox.messages())
        .extracting(message -> message.path("text").asText())
        .containsExactly("Hello\r\n--and more", "Ümlaut 🙂");
  }

  @Test
  void shouldTakeTheSixthMessageOfAMinuteAsARateLimit() {
    String recipient = recipient();
    for (int index = 0; index < 5; index++) {
      assertThat(send(recipient, "Message " + index)).isInstanceOf(SendOutcome.Sent.class);
    }

    assertThat(failure(send(recipient, "One too many")))
        .isInstanceOf(PlatformFailure.RateLimit.class);
    sandbox.advance(Duration.ofSeconds(61));
    assertThat(send(recipient, "A minute later")).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void shouldReachNobodyWhoDoesNotExist() {
    assertThat(failure(send("ACoAA0", "Hello")))
        .isInstanceOf(PlatformFailure.RecipientUnreachable.class);
  }

  @Test
  void shouldTakeWhatItsWebhookTells() {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      sandbox.post(
          "/sandbox/unipile/webhook",
          "{\"url\":\"%s\",\"secret\":\"%s\"}"
              .formatted(receiver.uri(), UnipileFixture.SECRET.value()));
      String recipient = recipient();
      InboundEvent.MessageReceived heard =
          (InboundEvent.MessageReceived) taken(receiver, InboundEvent.MessageReceived.class);
      send(recipient, "Hello");
      InboundEvent.Echo echo = (InboundEvent.Echo) taken(receiver, InboundEvent.Echo.class);

      assertThat(heard.address()).isEqualTo(recipient);
      assertThat(heard.party().username()).contains("blue.kiln");
      assertThat(echo.text()).contains("Hello");
    }
  }

  @Test
  void shouldReadBothSidesOfAConversationWithTheIdsItsWebhookTells() {
    String recipient = recipient();
    SendOutcome.Sent sent = (SendOutcome.Sent) send(recipient, "Hello");

    List<InboundEvent> said = conversations().since(sandbox.now().minus(Duration.ofMinutes(1)));

    assertThat(said)
        .hasSize(2)
        .allSatisfy(event -> assertThat(event.address()).isEqualTo(recipient))
        .anySatisfy(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        InboundEvent.MessageReceived.class,
                        message -> assertThat(message.text()).contains("Hi")))
        .anySatisfy(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        InboundEvent.Echo.class,
                        echo -> {
                          assertThat(echo.platformMessageId()).isEqualTo(sent.platformMessageId());
                          assertThat(echo.threadId()).isEqualTo(sent.threadId());
                        }));
  }

  @Test
  void shouldStopReadingAtTheFirstConversationThatIsOldEnough() {
    recipient();
    sandbox.advance(Duration.ofHours(1));
    String later = sandbox.personWhoWrote("unipile", "green.oak");

    assertThat(conversations().since(sandbox.now().minus(Duration.ofMinutes(1))))
        .extracting(InboundEvent::address)
        .containsExactly(later);
    assertThat(conversations().since(sandbox.now().plus(Duration.ofMinutes(1)))).isEmpty();
  }

  @Test
  void shouldInviteAStrangerWithTheFirstMessageAsTheNote() {
    String stranger = stranger();

    SendOutcome.Sent invited = (SendOutcome.Sent) begin(stranger, "Hello, shall we connect?");

    assertThat(invited.threadId()).isEmpty();
    assertThat(onlyMessage().path("text").asText()).isEqualTo("Hello, shall we connect?");
    assertThat(onlyMessage().path("thread_id").asText()).startsWith("invitation_");
    assertThat(
            messaging()
                .findSent(stranger, "Hello, shall we connect?", sandbox.now().minusSeconds(60)))
        .isInstanceOfSatisfying(
            SentLookup.Found.class,
            found -> assertThat(found.platformMessageId()).isEqualTo(invited.platformMessageId()));
    assertThat(failure(begin(stranger, "Once more"))).isInstanceOf(PlatformFailure.RateLimit.class);
  }

  @Test
  void shouldInviteNobodyWithAFollowUp() {
    SendOutcome.ProvedNotExecuted refused =
        (SendOutcome.ProvedNotExecuted) send(stranger(), "Are you still there?");

    assertThat(refused.retryable()).isTrue();
    assertThat(refused.retryAfter()).contains(Duration.ofDays(1));
    assertThat(refused.failure()).isInstanceOf(PlatformFailure.RecipientUnreachable.class);
    assertThat(sandbox.messages()).isEmpty();
  }

  @Test
  void shouldCutNoNoteThatIsTooLong() {
    assertThat(failure(begin(stranger(), "a".repeat(201))))
        .isInstanceOf(PlatformFailure.Invalid.class);
    assertThat(sandbox.messages()).isEmpty();
  }

  @Test
  void shouldWriteToWhomeverAcceptedAndTakeTheAcceptanceForNoReply() {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      sandbox.post(
          "/sandbox/unipile/webhook",
          "{\"url\":\"%s\",\"secret\":\"%s\"}"
              .formatted(receiver.uri(), UnipileFixture.SECRET.value()));
      String stranger = stranger();
      begin(stranger, "Hello, shall we connect?");

      sandbox.post("/sandbox/unipile/accept", "{\"username\":\"%s\"}".formatted(STRANGER));

      InboundEvent.Other accepted = (InboundEvent.Other) taken(receiver, InboundEvent.Other.class);
      assertThat(accepted.address()).isEqualTo(stranger);
      assertThat(send(stranger, "Thanks for accepting")).isInstanceOf(SendOutcome.Sent.class);
    }
  }

  @Test
  void shouldRefuseAWebhookWithoutTheHeader() {
    Webhook webhook = adapter(sandbox.platformUri("unipile")).webhook();

    assertThat(webhook.verify(new byte[0], Map.of())).isInstanceOf(SignatureCheck.Invalid.class);
    assertThat(webhook.verify(new byte[0], Map.of("x-outreach-secret", "guess")))
        .isInstanceOf(SignatureCheck.Invalid.class);
    assertThat(webhook.parse(new byte[0])).isInstanceOf(ParsedWebhook.Unreadable.class);
  }

  @Override
  protected Messaging messaging() {
    return messagingAt(sandbox.platformUri("unipile"));
  }

  @Override
  protected Messaging messagingAt(URI base) {
    return adapter(base).messaging();
  }

  @Override
  protected SandboxFixture sandbox() {
    return sandbox;
  }

  @Override
  protected String platform() {
    return "unipile";
  }

  @Override
  protected String recipient() {
    return sandbox.personWhoWrote("unipile", "blue.kiln");
  }

  /** Somebody who is no connection and never wrote. */
  private String stranger() {
    sandbox.post(
        "/sandbox/unipile/people", "{\"people\":[{\"username\":\"%s\"}]}".formatted(STRANGER));
    Unipile unipile = adapter(sandbox.platformUri("unipile"));
    Enrichment.Enriched found =
        (Enrichment.Enriched) unipile.discovery().enrich(List.of(STRANGER)).results().getFirst();
    return Objects.requireNonNull(
        found.profile().identity().externalId(), "Unipile names everybody");
  }

  private SendOutcome begin(String recipient, String text) {
    return messaging()
        .send(
            new OutboundMessage(text, recipient, Optional.empty(), Purpose.FIRST_CONTACT, "key"),
            () -> {});
  }

  private Conversations conversations() {
    return adapter(sandbox.platformUri("unipile")).conversations();
  }

  private InboundEvent taken(WebhookReceiver receiver, Class<? extends InboundEvent> wanted) {
    await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(10)).until(receiver::hasNext);
    WebhookReceiver.Received received = receiver.next();
    Webhook webhook = adapter(sandbox.platformUri("unipile")).webhook();
    assertThat(webhook.verify(received.body(), received.headers()))
        .isEqualTo(new SignatureCheck.Valid(0));
    InboundEvent event =
        ((ParsedWebhook.Events) webhook.parse(received.body())).events().getFirst();
    assertThat(event).isInstanceOf(wanted);
    return event;
  }

  private Unipile adapter(URI base) {
    return UnipileFixture.adapter(
        UnipileFixture.settings(base, version(), Platform.LINKEDIN), transport, sandbox);
  }

  private static PlatformFailure failure(SendOutcome outcome) {
    return ((SendOutcome.ProvedNotExecuted) outcome).failure();
  }
}
