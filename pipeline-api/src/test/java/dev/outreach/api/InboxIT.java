package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.Conversations;
import dev.outreach.platforms.Handshake;
import dev.outreach.platforms.InboundEvent;
import dev.outreach.platforms.InboundEvent.Party;
import dev.outreach.platforms.ParsedWebhook;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.SignatureCheck;
import dev.outreach.platforms.Webhook;
import dev.outreach.schemas.CommandAccepted;
import dev.outreach.schemas.CommandRejected;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.RecordReply;
import dev.outreach.schemas.identity.DerivedId;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inbox between a platform that reports and a profile-processor that knows some people. */
class InboxIT {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String ADA = DerivedId.profile("default", "instagram", "ada.bakes");

  private final Map<String, Boolean> known = new ConcurrentHashMap<>();
  private final Queue<InboundEvent> next = new ConcurrentLinkedQueue<>();
  private final Map<String, String> handles = new ConcurrentHashMap<>();
  private final Queue<InboundEvent> conversation = new ConcurrentLinkedQueue<>();
  private TestPostgres postgres;
  private RunningApi api;

  @BeforeEach
  void start() {
    postgres = TestPostgres.migrated();
    api = running();
  }

  @AfterEach
  void stop() {
    api.close();
    postgres.close();
  }

  @Test
  void shouldReportOnceWhatIsDeliveredAgainAndAgain() {
    know(ADA);
    InboundEvent message = message("mid-1", Party.at("4711"), "Yes!");
    handles.put("4711", "Ada.Bakes");

    for (int i = 0; i < 5; i++) {
      deliver(message);
    }

    assertThat(commands(1).getFirst().getProfileId()).isEqualTo(ADA);
    await().dontCatchUncaughtExceptions().until(() -> settled("applied") == 1);
    assertThat(kept("body")).isZero();
  }

  @Test
  void shouldWorkOnWhatAnEarlierProcessHadOnlyKept() {
    know(ADA);
    api.log().goDown();
    deliver(message("mid-1", named("ada.bakes"), "Yes!"));
    assertThat(api.log().published()).isEmpty();
    api.close();

    postgres.execute("UPDATE social_inbound_events SET next_try_at = now()");
    api = running();

    assertThat(commands(1).getFirst().getProfileId()).isEqualTo(ADA);
  }

  @Test
  void shouldShowWhoIsNotKnownAndMatchOnceThePersonAppears() {
    deliver(message("mid-1", named("ada.bakes"), "Who are you?"));
    await().dontCatchUncaughtExceptions().until(() -> unmatched().size() == 1);
    JsonNode waiting = unmatched().get(0);
    assertThat(waiting.path("username").asText()).isEqualTo("ada.bakes");
    assertThat(waiting.path("body").asText()).isEqualTo("Who are you?");

    know(ADA);
    discover(ADA);

    await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(20))
        .until(() -> settled("applied") == 1);
    assertThat(unmatched()).isEmpty();
  }

  @Test
  void shouldMatchByConversationAfterAPersonOfAnotherHandleWasNamedOnce() {
    know(ADA);
    discover(ADA);
    deliver(message("mid-1", Party.at("4711"), "It's me, Ada"));
    await().dontCatchUncaughtExceptions().until(() -> unmatched().size() == 1);
    String id = unmatched().get(0).path("id").asText();

    RunningApi.Answer matched =
        api.post("/api/social/inbox/unmatched/" + id + "/match", "{\"username\": \"Ada.Bakes\"}");
    assertThat(matched.status()).isEqualTo(202);
    commands(1);
    deliver(message("mid-2", Party.at("4711"), "Are you there?"));

    assertThat(commands(2)).extracting(ProfileCommand::getProfileId).containsExactly(ADA, ADA);
  }

  @Test
  void shouldForgetWhatIsDismissed() {
    deliver(message("mid-1", Party.at("4711"), "Buy my course"));
    await().dontCatchUncaughtExceptions().until(() -> unmatched().size() == 1);
    String id = unmatched().get(0).path("id").asText();

    assertThat(api.post("/api/social/inbox/unmatched/" + id + "/dismiss", "").status())
        .isEqualTo(202);

    assertThat(unmatched()).isEmpty();
    assertThat(kept("body")).isZero();
    assertThat(api.post("/api/social/inbox/unmatched/" + id + "/dismiss", "").status())
        .isEqualTo(404);
  }

  @Test
  void shouldReadInTheConversationsWhatNoWebhookToldAndNothingTwice() {
    know(ADA);
    InboundEvent told = message("mid-1", named("ada.bakes"), "First");
    deliver(told);
    commands(1);
    api.close();
    conversation.add(told);
    conversation.add(message("mid-2", named("ada.bakes"), "Second"));
    postgres.execute("UPDATE social_inbound_polls SET next_poll_at = now()");

    api = running();

    assertThat(commands(1))
        .extracting(command -> ((RecordReply) command.getCommand()).getPlatformMessageId())
        .containsExactly("mid-2");
  }

  @Test
  void shouldCloseEveryProfileOfAPersonWhoOptsOut() {
    String elsewhere = DerivedId.profile("default", "tiktok", "ada.films");
    know(ADA);
    know(elsewhere);
    discover(ADA);
    discover(elsewhere);
    postgres.execute("UPDATE social_profile SET website = 'https://ada.example'");

    deliver(message("mid-1", named("ada.bakes"), "STOP"));

    assertThat(commands(2))
        .extracting(
            ProfileCommand::getProfileId,
            command -> command.getCommand().getClass().getSimpleName())
        .containsExactlyInAnyOrder(tuple(ADA, "RecordReply"), tuple(elsewhere, "Suppress"));
  }

  @Test
  void shouldKeepTextsThatNoDatabaseLikes() {
    know(ADA);
    deliver(message("mid-1", named("ada.bakes"), "a\0b \ud83d"));

    RecordReply reply = (RecordReply) commands(1).getFirst().getCommand();
    assertThat(reply.getText()).contains("ab ?");
  }

  private RunningApi running() {
    Conversations conversations = _ -> List.copyOf(conversation);
    RunningApi running =
        new RunningApi(
            postgres.dataSource(),
            Map.of("instagram", new Reporting()),
            Map.of("instagram", conversations));
    running
        .log()
        .answerEach(
            command ->
                Optional.of(
                    known.containsKey(command.getProfileId())
                        ? new CommandAccepted(1L)
                        : new CommandRejected("UNKNOWN_PROFILE", "Nobody.")));
    return running.awaitUp();
  }

  private void know(String profileId) {
    known.put(profileId, true);
  }

  private void discover(String profileId) {
    postgres.execute(
        """
        INSERT INTO social_profile (profile_id, generation, kafka_partition, workspace_id, platform,
          username, source, collected_at, discovery_status, outreach_status, follow_ups_sent,
          follow_ups_left, erased, version, discovered_at, updated_at)
        VALUES ('%s', 1, 0, 'default', 'instagram', 'ada.bakes', 'file', now(), 'discovered',
          'not_started', 0, 2, false, 1, now(), now())
        """
            .formatted(profileId));
  }

  private void deliver(InboundEvent event) {
    next.add(event);
    assertThat(
            api.send(
                    api.bare("/webhooks/instagram")
                        .POST(HttpRequest.BodyPublishers.ofString("any")))
                .status())
        .isEqualTo(200);
  }

  private List<ProfileCommand> commands(int number) {
    await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(accepted()).hasSize(number));
    return accepted();
  }

  private List<ProfileCommand> accepted() {
    return api.log().published().stream()
        .map(ProfileCommand.class::cast)
        .filter(command -> known.containsKey(command.getProfileId()))
        .toList();
  }

  private JsonNode unmatched() {
    return api.get("/api/social/inbox/unmatched").body().path("items");
  }

  private long settled(String state) {
    return postgres.count(
        "SELECT count(*) FROM social_inbound_events WHERE state = '%s'".formatted(state));
  }

  private long kept(String column) {
    return postgres.count(
        "SELECT count(*) FROM social_inbound_events WHERE %s IS NOT NULL".formatted(column));
  }

  private static Party named(String username) {
    return new Party("address-of-" + username, Optional.of(username));
  }

  private static InboundEvent message(String id, Party from, String text) {
    return new InboundEvent.MessageReceived(
        "ours", from, Optional.of("thread-1"), id, Optional.of(text), NOON);
  }

  /** A platform whose next delivery is what the test says. */
  private final class Reporting implements Webhook {

    @Override
    public Platform platform() {
      return Platform.INSTAGRAM;
    }

    @Override
    public Handshake handshake(Map<String, String> query) {
      return new Handshake.Refused("none");
    }

    @Override
    public SignatureCheck verify(byte[] rawBody, Map<String, String> headers) {
      return new SignatureCheck.Valid(0);
    }

    @Override
    public ParsedWebhook parse(byte[] rawBody) {
      return new ParsedWebhook.Events(List.of(next.remove()));
    }

    @Override
    public Optional<Duration> replyWindow() {
      return Optional.of(Duration.ofDays(1));
    }

    @Override
    public Optional<String> usernameOf(String address) {
      return Optional.ofNullable(handles.get(address));
    }
  }
}
