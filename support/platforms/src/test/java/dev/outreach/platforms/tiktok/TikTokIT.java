package dev.outreach.platforms.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Engagement;
import dev.outreach.platforms.Enrichment;
import dev.outreach.platforms.Found;
import dev.outreach.platforms.InboundEvent;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.NormalisedProfile;
import dev.outreach.platforms.ParsedWebhook;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.SearchPage;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.SignatureCheck;
import dev.outreach.platforms.contract.MessagingContract;
import dev.outreach.platforms.contract.SandboxFixture;
import dev.outreach.platforms.contract.WebhookReceiver;
import dev.outreach.platforms.transport.HttpTimeouts;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Reach;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TikTokIT extends MessagingContract {

  private static final Secret CLIENT_SECRET = new Secret("tiktok-client-secret");

  @TempDir private Path folder;
  private final HttpTransport transport =
      new HttpTransport(new HttpTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2)));
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
  void shouldTakeTenMessagesAndThenWaitForThePerson() {
    String recipient = recipient();
    for (int index = 0; index < 10; index++) {
      assertThat(send(recipient, "Answer " + index)).isInstanceOf(SendOutcome.Sent.class);
    }

    SendOutcome eleventh = send(recipient, "One too many");
    recipient();
    SendOutcome reopened = send(recipient, "After the person wrote again");

    assertThat(failure(eleventh)).isInstanceOf(PlatformFailure.WindowClosed.class);
    assertThat(reopened).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void shouldCloseTheWindowAfterFortyEightHours() {
    String recipient = recipient();
    sandbox.advance(Duration.ofDays(2).plusSeconds(10));

    assertThat(failure(send(recipient, "Too late")))
        .isInstanceOf(PlatformFailure.WindowClosed.class);
  }

  @Test
  void shouldNotReachSomebodyWhoNeverWrote() {
    assertThat(failure(send("ttconvunknown", "Hello")))
        .isInstanceOf(PlatformFailure.RecipientUnreachable.class);
  }

  @Test
  void shouldHaveNoPermissionInEurope() {
    try (SandboxFixture europe =
        new SandboxFixture(
            folder.resolve("europe"),
            settings -> settings.with(settings.tiktok().inRegion("DE")))) {
      String recipient = europe.personWhoWrote("tiktok", "blue.kiln");

      assertThat(
              failure(
                  tikTok(europe.platformUri("tiktok"))
                      .messaging()
                      .send(message(recipient, "Hi"), () -> {})))
          .isInstanceOf(PlatformFailure.Permission.class);
    }
  }

  @Test
  void shouldFindAndReadCreators() {
    SearchCriteria criteria =
        new SearchCriteria(List.of(), List.of("Berlin", "DE", "US"), List.of("coffee", "yoga", ""));
    List<String> handles = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      SearchPage page = tikTok(sandbox.platformUri("tiktok")).discovery().search(criteria, cursor);
      page.found().stream().map(Found::handle).forEach(handles::add);
      cursor = page.nextCursor();
    } while (cursor.isPresent());

    NormalisedProfile profile =
        ((Enrichment.Enriched)
                tikTok(sandbox.platformUri("tiktok"))
                    .discovery()
                    .enrich(List.of(handles.getFirst()))
                    .results()
                    .getFirst())
            .profile();
    assertThat(profile.description().location()).isEqualTo("DE");
    assertThat(profile.engagement()).isInstanceOf(Engagement.Scored.class);
    assertThat(profile.audience().verified()).isNull();
  }

  @Test
  void shouldAskForACountry() {
    SearchCriteria nowhere = new SearchCriteria(List.of(), List.of("Berlin"), List.of("coffee"));

    assertThatThrownBy(
            () ->
                tikTok(sandbox.platformUri("tiktok")).discovery().search(nowhere, Optional.empty()))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("country_code_missing");
  }

  @Test
  void shouldReceiveVerifyAndAgeWebhooks() {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      sandbox.post(
          "/sandbox/tiktok/webhook",
          "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(receiver.uri(), CLIENT_SECRET.value()));
      String recipient = recipient();
      await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(10)).until(receiver::hasNext);
      WebhookReceiver.Received received = receiver.next();
      TikTok adapter = tikTok(sandbox.platformUri("tiktok"));

      SignatureCheck fresh = adapter.webhook().verify(received.body(), received.headers());
      sandbox.advance(Duration.ofSeconds(30));
      SignatureCheck stale = adapter.webhook().verify(received.body(), received.headers());

      assertThat(fresh).isEqualTo(new SignatureCheck.Valid(0));
      assertThat(stale).isInstanceOf(SignatureCheck.Invalid.class);
      assertThat(adapter.webhook().parse(received.body()))
          .isInstanceOfSatisfying(
              ParsedWebhook.Events.class,
              parsed -> {
                InboundEvent event = parsed.events().getFirst();
                assertThat(event).isInstanceOf(InboundEvent.MessageReceived.class);
                assertThat(event.address()).isEqualTo(recipient);
              });
    }
  }

  @Override
  protected Messaging messaging() {
    return tikTok(sandbox.platformUri("tiktok")).messaging();
  }

  @Override
  protected Messaging messagingAt(URI nowhere) {
    return tikTok(nowhere).messaging();
  }

  @Override
  protected SandboxFixture sandbox() {
    return sandbox;
  }

  @Override
  protected String platform() {
    return "tiktok";
  }

  @Override
  protected String recipient() {
    return sandbox.personWhoWrote("tiktok", "blue.kiln");
  }

  private static PlatformFailure failure(SendOutcome outcome) {
    return ((SendOutcome.ProvedNotExecuted) outcome).failure();
  }

  private TikTok tikTok(URI base) {
    return new TikTok(
        TikTokSettings.usual(base, "tt-business-7001", "tto-9001", List.of(CLIENT_SECRET))
            .withWindowClosedCodes(Set.of(40003)),
        AccessTokens.fixed(new Secret("tt-sandbox-token")),
        new Reach(transport, sandbox.clock()));
  }
}
