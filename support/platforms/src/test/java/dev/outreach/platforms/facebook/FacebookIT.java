package dev.outreach.platforms.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Engagement;
import dev.outreach.platforms.Enrichment;
import dev.outreach.platforms.Found;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.NormalisedProfile;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.Purpose;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.SearchPage;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.contract.MessagingContract;
import dev.outreach.platforms.contract.SandboxFixture;
import dev.outreach.platforms.meta.MetaSettings;
import dev.outreach.platforms.meta.MetaWebhookSettings;
import dev.outreach.platforms.transport.HttpTimeouts;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Reach;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacebookIT extends MessagingContract {

  @TempDir private Path folder;
  private final HttpTransport transport =
      new HttpTransport(new HttpTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2)));
  private SandboxFixture sandbox;

  @BeforeEach
  void start() {
    sandbox =
        new SandboxFixture(folder, settings -> settings.with(settings.facebook().withHumanAgent()));
  }

  @AfterEach
  void stop() {
    sandbox.close();
    transport.close();
  }

  @Test
  void shouldAnswerAsAHumanAgentForSevenDays() {
    String recipient = recipient();
    sandbox.advance(Duration.ofDays(6));

    SendOutcome ordinary = send(recipient, "A late answer");
    SendOutcome byAgent =
        messaging()
            .send(
                new OutboundMessage(
                    "A late answer", recipient, Optional.of("t_1"), Purpose.HUMAN_AGENT, "key"),
                () -> {});

    assertThat(ordinary)
        .isInstanceOfSatisfying(
            SendOutcome.ProvedNotExecuted.class,
            proved ->
                assertThat(proved.failure()).isInstanceOf(PlatformFailure.WindowClosed.class));
    assertThat(byAgent)
        .isInstanceOfSatisfying(
            SendOutcome.Sent.class, sent -> assertThat(sent.threadId()).contains("t_1"));
  }

  @Test
  void shouldFindPagesByWordAndPlace() {
    SearchCriteria criteria =
        new SearchCriteria(List.of(), List.of("Berlin"), List.of("coffee", "yoga"));
    List<String> ids = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      SearchPage page =
          facebook(sandbox.platformUri("facebook")).discovery().search(criteria, cursor);
      page.found().stream().map(Found::handle).forEach(ids::add);
      cursor = page.nextCursor();
    } while (cursor.isPresent());

    assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    assertThat(profiles(ids))
        .allSatisfy(profile -> assertThat(profile.description().location()).startsWith("Berlin"));
  }

  @Test
  void shouldReadAPage() {
    sandbox.post("/sandbox/facebook/people", "{\"people\":[{\"username\":\"blue.kiln\"}]}");

    NormalisedProfile profile = profiles(List.of("blue.kiln")).getFirst();

    assertThat(profile.identity().profileUrl()).isEqualTo("https://www.facebook.com/blue.kiln");
    assertThat(profile.audience().followers()).isPositive();
    assertThat(profile.audience().following()).isNull();
    assertThat(profile.audience().verified()).isFalse();
    assertThat(profile.engagement()).isInstanceOf(Engagement.Scored.class);
  }

  @Override
  protected Messaging messaging() {
    return facebook(sandbox.platformUri("facebook")).messaging();
  }

  @Override
  protected Messaging messagingAt(URI nowhere) {
    return facebook(nowhere).messaging();
  }

  @Override
  protected SandboxFixture sandbox() {
    return sandbox;
  }

  @Override
  protected String platform() {
    return "facebook";
  }

  @Override
  protected String recipient() {
    return sandbox.personWhoWrote("facebook", "blue.kiln");
  }

  private List<NormalisedProfile> profiles(List<String> handles) {
    return facebook(sandbox.platformUri("facebook")).discovery().enrich(handles).results().stream()
        .map(result -> ((Enrichment.Enriched) result).profile())
        .toList();
  }

  private Facebook facebook(URI base) {
    return new Facebook(
        FacebookSettings.usual(
            MetaSettings.at(base),
            "309968765748101",
            new MetaWebhookSettings(List.of(new Secret("app-secret")), new Secret("verify-me"))),
        AccessTokens.fixed(new Secret("fb-sandbox-token")),
        new Reach(transport, sandbox.clock()));
  }
}
