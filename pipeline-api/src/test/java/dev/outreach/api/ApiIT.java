package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.schemas.ApproveSend;
import dev.outreach.schemas.CommandAccepted;
import dev.outreach.schemas.CommandRejected;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.MessageType;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.RequestDraft;
import dev.outreach.schemas.ReviewProfile;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Commands and reads over HTTP, on a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiIT {

  private static final String REVIEW = "/api/social/pipeline/review";

  private TestPostgres postgres;
  private Funnel funnel;
  private RunningApi api;

  @BeforeAll
  void startPostgres() {
    postgres = TestPostgres.migrated();
    funnel = new Funnel(postgres);
  }

  @AfterAll
  void stopPostgres() {
    postgres.close();
  }

  @BeforeEach
  void startApi() {
    funnel.empty();
    api = new RunningApi(postgres.dataSource(), Map.of());
  }

  @AfterEach
  void stopApi() {
    api.close();
  }

  @Test
  void shouldCountFromNothing() {
    RunningApi.Answer answer = api.get("/api/social/pipeline/status");

    assertThat(answer.status()).isEqualTo(200);
    for (String count :
        List.of("discovered", "reviewed", "qualified", "drafted", "sent", "followup_ready")) {
      assertThat(answer.body().path(count).isInt()).as(count).isTrue();
      assertThat(answer.body().path(count).intValue()).isZero();
    }
    assertThat(answer.body().at("/unlocks/discovery/unlocked").booleanValue()).isTrue();
    assertThat(answer.body().at("/unlocks/review/unlocked").booleanValue()).isFalse();
    assertThat(answer.body().at("/unlocks/review/reason").asText()).isNotBlank();
    assertThat(answer.body().at("/by_platform/tiktok/sent").isInt()).isTrue();
  }

  @Test
  void shouldCountPeople() {
    funnel.people("instagram", 3, "discovered", "not_started");
    funnel.people("linkedin", 2, "qualified", "sent");
    funnel.count();

    RunningApi.Answer answer = api.get("/api/social/pipeline/status");

    assertThat(answer.body().path("discovered").intValue()).isEqualTo(3);
    assertThat(answer.body().at("/by_platform/linkedin/sent").intValue()).isEqualTo(2);
    assertThat(answer.body().path("as_of").asText()).startsWith("20");
    assertThat(answer.body().path("lag_ms").isInt()).isTrue();
  }

  @Test
  void shouldRefuseALockedStageWithItsReason() {
    RunningApi.Answer answer = api.post(REVIEW, reviewOf(List.of(UUID.randomUUID()), "qualified"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("STAGE_LOCKED");
    assertThat(answer.body().path("detail").asText())
        .isEqualTo(
            api.get("/api/social/pipeline/status").body().at("/unlocks/review/reason").asText());
    assertThat(api.log().published()).isEmpty();
  }

  @Test
  void shouldAnswerEachCommandOfABatch() {
    discovered(3);
    List<UUID> people = people(3);
    api.log()
        .answerEach(
            command ->
                Optional.of(
                    command.getProfileId().equals(people.get(1).toString())
                        ? new CommandRejected("ALREADY_SENT", "Too late.")
                        : new CommandAccepted(7L)));

    RunningApi.Answer answer = api.post(REVIEW, reviewOf(people, "rejected"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("accepted").intValue()).isEqualTo(2);
    assertThat(answer.body().at("/results/0/version").intValue()).isEqualTo(7);
    assertThat(answer.body().at("/results/1/code").asText()).isEqualTo("ALREADY_SENT");
    assertThat(answer.body().at("/results/1/reason").asText()).isEqualTo("Too late.");
    assertThat(api.log().published())
        .extracting(record -> ((ProfileCommand) record).getCommand())
        .allMatch(ReviewProfile.class::isInstance);
  }

  @Test
  void shouldSayWhatItDoesNotKnowYet() {
    discovered(1);
    api.log().answerNothing();

    RunningApi.Answer answer = api.post(REVIEW, reviewOf(people(1), "qualified"));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().at("/results/0/outcome").asText()).isEqualTo("pending");
    assertThat(answer.body().at("/results/0/command_id").asText()).hasSize(36);
  }

  @Test
  void shouldTakeTheSameKeyForTheSameCommand() {
    discovered(1);
    for (int i = 0; i < 2; i++) {
      api.send(
          api.request(REVIEW)
              .header("Idempotency-Key", "once")
              .POST(HttpRequest.BodyPublishers.ofString(reviewOf(people(1), "qualified"))));
    }
    api.post(REVIEW, reviewOf(people(1), "qualified"));

    List<String> ids =
        api.log().published().stream().map(record -> ((ProfileCommand) record).getId()).toList();
    assertThat(ids).hasSize(3);
    assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
  }

  @Test
  void shouldPublishADiscoveryRequestOncePerKey() {
    api.awaitUp();
    String body =
        """
        {"platform": "instagram", "keywords": ["espresso"], "max_profiles": 5}
        """;
    List<String> jobs =
        List.of("a", "a", "b").stream()
            .map(
                key ->
                    api.send(
                            api.request("/api/social/pipeline/discover")
                                .header("Idempotency-Key", key)
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                        .body()
                        .path("job_id")
                        .asText())
            .toList();

    assertThat(jobs.get(0)).isEqualTo(jobs.get(1)).isNotEqualTo(jobs.get(2));
    DiscoveryRequested request = (DiscoveryRequested) api.log().published().getFirst();
    assertThat(request.getJobId()).isEqualTo(jobs.getFirst());
    assertThat(request.getKeywords()).containsExactly("espresso");
    assertThat(request.getMaxProfiles()).isEqualTo(5);
  }

  @Test
  void shouldOrderDraftsForAllQualified() {
    funnel.people("instagram", 4, "qualified", "not_started");
    funnel.people("instagram", 2, "qualified", "sent");
    funnel.count();

    RunningApi.Answer answer =
        api.post("/api/social/pipeline/draft", "{\"all_qualified\": true, \"limit\": 3}");

    assertThat(answer.body().path("accepted").intValue()).isEqualTo(3);
    assertThat(api.log().published())
        .extracting(record -> ((ProfileCommand) record).getCommand())
        .allSatisfy(
            command ->
                assertThat(((RequestDraft) command).getMessageType())
                    .isEqualTo(MessageType.INITIAL));
  }

  @Test
  void shouldMeanTheSamePeopleByTheSameKey() {
    api.awaitUp();
    funnel.people("instagram", 4, "qualified", "not_started");
    funnel.count();
    RunningApi.Answer first = draftForAll("the-same", 3);
    funnel.empty();
    funnel.people("facebook", 4, "qualified", "not_started");
    funnel.count();

    RunningApi.Answer again = draftForAll("the-same", 3);
    RunningApi.Answer another = draftForAll("the-same", 4);

    assertThat(first.body().path("results")).hasSize(3);
    assertThat(again.body().path("results")).isEqualTo(first.body().path("results"));
    assertThat(another.status()).isEqualTo(422);
    assertThat(another.body().path("code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void shouldMeanThemEvenWhereTheStageHasClosedMeanwhile() {
    api.awaitUp();
    funnel.people("instagram", 2, "qualified", "not_started");
    funnel.count();
    RunningApi.Answer first = draftForAll("closed-meanwhile", 3);
    funnel.empty();
    funnel.count();

    RunningApi.Answer again = draftForAll("closed-meanwhile", 3);
    RunningApi.Answer unkeyed = api.post("/api/social/pipeline/draft", "{\"all_qualified\": true}");

    assertThat(first.body().path("results")).hasSize(2);
    assertThat(again.body().path("results")).isEqualTo(first.body().path("results"));
    assertThat(unkeyed.status()).isEqualTo(409);
  }

  private RunningApi.Answer draftForAll(String key, int limit) {
    String body = "{\"all_qualified\": true, \"limit\": " + limit + "}";
    return api.send(
        api.request("/api/social/pipeline/draft")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void shouldTakeAnotherVerdictForAnotherCommandInSpiteOfTheKey() {
    discovered(1);
    for (String verdict : List.of("qualified", "rejected")) {
      api.send(
          api.request(REVIEW)
              .header("Idempotency-Key", "once")
              .POST(HttpRequest.BodyPublishers.ofString(reviewOf(people(1), verdict))));
    }

    assertThat(api.log().published())
        .extracting(record -> ((ProfileCommand) record).getId())
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldApproveExactlyWhatWasShown() {
    funnel.people("instagram", 1, "qualified", "drafted");
    funnel.count();
    UUID profile = Funnel.person("instagram", "qualified", "drafted", 1);
    UUID message = funnel.draft(profile);
    String fingerprint = "ab".repeat(32);

    api.post(
        "/api/social/pipeline/send",
        """
        {"approvals": [{"profile_id": "%s", "message_id": "%s", "fingerprint": "%s"}]}
        """
            .formatted(profile, message, fingerprint));

    assertThat(((ProfileCommand) api.log().published().getFirst()).getCommand())
        .isEqualTo(new ApproveSend(message.toString(), fingerprint));
  }

  @Test
  void shouldAnswerOneMessageWithItsOwnResult() {
    funnel.people("instagram", 1, "qualified", "drafted");
    funnel.count();
    UUID message = funnel.draft(Funnel.person("instagram", "qualified", "drafted", 1));
    String edit = "/api/social/messages/" + message + "/edit";

    RunningApi.Answer done = api.post(edit, "{\"text\": \"Hello there\"}");
    api.log().reject("MESSAGE_NOT_DRAFTED", "It is sent already.");
    RunningApi.Answer refused = api.post(edit, "{\"text\": \"Hello there\"}");
    api.log().answerNothing();
    RunningApi.Answer unknown = api.post(edit, "{\"text\": \"Hello there\"}");

    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body().path("version").intValue()).isEqualTo(1);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("MESSAGE_NOT_DRAFTED");
    assertThat(unknown.status()).isEqualTo(202);
  }

  @Test
  void shouldNotKnowStrangers() {
    String nobody = UUID.randomUUID().toString();

    assertThat(api.post("/api/social/messages/" + nobody + "/discard", "{}").status())
        .isEqualTo(404);
    assertThat(
            api.post("/api/social/profiles/" + nobody + "/erase", "{\"reason\": \"asked\"}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void shouldListPageByPage() {
    discovered(5);

    RunningApi.Answer first = api.get("/api/social/profiles?limit=3&platform=instagram");
    RunningApi.Answer second =
        api.get("/api/social/profiles?limit=3&after=" + first.body().path("next").asText());

    assertThat(first.body().path("items")).hasSize(3);
    assertThat(second.body().path("items")).hasSize(2);
    assertThat(second.body().path("next").isNull()).isTrue();
    assertThat(first.body().at("/items/0/username").asText()).isEqualTo("discovered.not_started.1");
    assertThat(api.get("/api/social/profiles?discovery_status=rejected").body().path("items"))
        .isEmpty();
  }

  private void discovered(int count) {
    funnel.people("instagram", count, "discovered", "not_started");
    funnel.count();
  }

  private static List<UUID> people(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> Funnel.person("instagram", "discovered", "not_started", n))
        .toList();
  }

  private static String reviewOf(List<UUID> ids, String verdict) {
    String list = String.join("\", \"", ids.stream().map(UUID::toString).toList());
    return "{\"profile_ids\": [\"" + list + "\"], \"verdict\": \"" + verdict + "\"}";
  }
}
