package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.connected.ConnectedPlatforms;
import dev.outreach.platforms.connected.Connection;
import dev.outreach.platforms.unipile.Unipile;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request to find people is judged, estimated and remembered before anything is spent. */
class DiscoverIT {

  private static final String DISCOVER = "/api/social/pipeline/discover";
  private static final String NOWHERE = "http://127.0.0.1:1";

  /** Instagram and LinkedIn as they are; TikTok without a marketplace account; no Facebook. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("OUTREACH_INSTAGRAM_TOKEN", "token"),
          Map.entry("OUTREACH_INSTAGRAM_BASE_URL", NOWHERE),
          Map.entry("OUTREACH_INSTAGRAM_ACCOUNT_ID", "17841405309211844"),
          Map.entry("OUTREACH_INSTAGRAM_APP_SECRET", "secret"),
          Map.entry("OUTREACH_INSTAGRAM_VERIFY_TOKEN", "verify"),
          Map.entry("OUTREACH_LINKEDIN_TOKEN", "token"),
          Map.entry("OUTREACH_LINKEDIN_BASE_URL", NOWHERE),
          Map.entry("OUTREACH_LINKEDIN_ACCOUNT_ID", "urn:li:person:a"),
          Map.entry("OUTREACH_LINKEDIN_APP_SECRET", "secret"),
          Map.entry("OUTREACH_TIKTOK_TOKEN", "token"),
          Map.entry("OUTREACH_TIKTOK_BASE_URL", NOWHERE),
          Map.entry("OUTREACH_TIKTOK_ACCOUNT_ID", "open-id"),
          Map.entry("OUTREACH_TIKTOK_APP_SECRET", "secret"));

  private TestPostgres postgres;
  private ConnectedPlatforms platforms;
  private RunningApi api;

  @BeforeEach
  void start() {
    postgres = TestPostgres.migrated();
    platforms =
        ConnectedPlatforms.of(key -> Optional.ofNullable(SETTINGS.get(key)), Clock.systemUTC());
    api = running(searchables());
  }

  @AfterEach
  void stop() {
    api.close();
    platforms.close();
    postgres.close();
  }

  @Test
  void shouldAnswerWithTheJobAndWhatLookupsCostAtMost() {
    RunningApi.Answer answer =
        api.post(DISCOVER, "{\"platform\": \"instagram\", \"handles\": [\"a\", \"b\", \"c\"]}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("job_id").asText()).hasSize(36);
    JsonNode estimate = answer.body().path("estimate");
    assertThat(estimate.path("people_at_most").intValue()).isEqualTo(3);
    // Two pages of media each.
    assertThat(estimate.path("calls_at_most").intValue()).isEqualTo(6);
    assertThat(estimate.path("quota").path("left").isNull()).isTrue();
    assertThat(estimate.at("/quota/note").asText()).startsWith("Unknown");
    assertThat(api.log().published()).hasSize(1);
  }

  @Test
  void shouldNotInventWhatOnlyThePlatformKnows() {
    JsonNode estimate =
        api.post(
                DISCOVER,
                """
                {"platform": "instagram", "keywords": ["coffee", "tea"], "locations": ["Graz"],
                 "max_profiles": 7, "dry_run": true}
                """)
            .body()
            .path("estimate");

    assertThat(estimate.path("people_at_most").intValue()).isEqualTo(7);
    assertThat(estimate.path("calls_at_most").isNull()).isTrue();
    assertThat(estimate.path("calls_note").asText()).startsWith("Unknown");
    // coffeegraz, teagraz, coffee, tea
    assertThat(estimate.at("/quota/needed").intValue()).isEqualTo(4);
    assertThat(estimate.at("/quota/limit").intValue()).isEqualTo(30);
    assertThat(estimate.at("/quota/left").isNull()).isTrue();
    assertThat(estimate.at("/quota/note").asText()).contains("unknown");
  }

  @Test
  void shouldCountASearchThatHasAnEnd() {
    JsonNode estimate =
        api.post(
                DISCOVER,
                """
                {"platform": "linkedin", "keywords": ["acme", "globex"], "handles": ["initech"]}
                """)
            .body()
            .path("estimate");

    assertThat(estimate.path("people_at_most").intValue()).isEqualTo(3);
    assertThat(estimate.path("calls_at_most").intValue()).isEqualTo(6);
  }

  @Test
  void shouldOnlyEstimateInADryRun() {
    RunningApi.Answer answer =
        keyed("k", "{\"platform\": \"linkedin\", \"keywords\": [\"acme\"], \"dry_run\": true}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().has("job_id")).isFalse();
    assertThat(answer.body().at("/estimate/people_at_most").intValue()).isEqualTo(1);
    assertThat(api.log().published()).isEmpty();
    assertThat(keyed("k", "{\"platform\": \"linkedin\", \"keywords\": [\"other\"]}").status())
        .isEqualTo(202);
  }

  @Test
  void shouldRefuseAKeyThatStandsForAnotherRequestAlsoAfterARestart() {
    String first = "{\"platform\": \"linkedin\", \"keywords\": [\"acme\"], \"max_profiles\": 9}";
    String respelled =
        "{\"max_profiles\": 9, \"dry_run\": false, \"keywords\":[\"acme\"],\"platform\":\"linkedin\"}";
    String job = keyed("once", first).body().path("job_id").asText();
    api.close();
    api = running(searchables());

    RunningApi.Answer again = keyed("once", respelled);
    RunningApi.Answer other = keyed("once", first.replace("9", "10"));

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.body().path("job_id").asText()).isEqualTo(job);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(other.body().path("detail").asText()).contains("another request", "new key");
    assertThat(
            api.send(
                    api.request(DISCOVER + "?workspace=other")
                        .header("Idempotency-Key", "once")
                        .POST(HttpRequest.BodyPublishers.ofString(first.replace("9", "10"))))
                .status())
        .isEqualTo(202);
  }

  @Test
  void shouldNameTheSettingsThatConnectAPlatform() {
    RunningApi.Answer tiktok =
        api.post(DISCOVER, "{\"platform\": \"tiktok\", \"handles\": [\"a\"]}");
    RunningApi.Answer facebook =
        api.post(
            DISCOVER, "{\"platform\": \"facebook\", \"keywords\": [\"a\"], \"dry_run\": true}");

    assertThat(List.of(tiktok.status(), facebook.status())).containsOnly(409);
    assertThat(List.of(tiktok.code(), facebook.code())).containsOnly("NOT_CONNECTED");
    assertThat(tiktok.body().path("detail").asText())
        .contains("OUTREACH_TIKTOK_MARKETPLACE_ID", "outreach import people.csv --platform tiktok");
    assertThat(facebook.body().path("detail").asText()).contains("OUTREACH_FACEBOOK_TOKEN");
    assertThat(api.log().published()).isEmpty();
  }

  @Test
  void shouldSayWhatWorksWhereASearchIsNotOffered() {
    Map<Platform, Searchable> lookupsOnly =
        Map.of(
            Platform.INSTAGRAM,
            new Searchable(
                Unipile.capabilities(Platform.INSTAGRAM),
                Optional.of(new SilentPlatform()),
                List.of()));
    try (RunningApi other = running(lookupsOnly)) {
      RunningApi.Answer search =
          other.post(DISCOVER, "{\"platform\": \"instagram\", \"keywords\": [\"a\"]}");
      RunningApi.Answer lookup =
          other.post(DISCOVER, "{\"platform\": \"instagram\", \"handles\": [\"a\"]}");
      RunningApi.Answer unknown =
          other.post(DISCOVER, "{\"platform\": \"tiktok\", \"handles\": [\"a\"]}");

      assertThat(search.status()).isEqualTo(409);
      assertThat(search.code()).isEqualTo("NOT_OFFERED");
      assertThat(search.body().path("detail").asText())
          .contains("searches LinkedIn only", "What works:", "import a list");
      assertThat(lookup.status()).isEqualTo(202);
      assertThat(unknown.code()).isEqualTo("NOT_OFFERED");
      assertThat(unknown.body().path("detail").asText()).contains("outreach import");
    }
  }

  private RunningApi.Answer keyed(String key, String body) {
    return api.send(
        api.request(DISCOVER)
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private RunningApi running(Map<Platform, Searchable> searchables) {
    return new RunningApi(postgres.dataSource(), Map.of(), Map.of(), searchables).awaitUp();
  }

  private Map<Platform, Searchable> searchables() {
    Map<Platform, Searchable> searchables = new EnumMap<>(Platform.class);
    ConnectedPlatforms.offers()
        .forEach(
            (platform, offer) ->
                searchables.put(
                    platform,
                    new Searchable(
                        offer,
                        platforms.of(platform).flatMap(Connection::discovery),
                        ConnectedPlatforms.settingsOfDiscovery(platform))));
    return searchables;
  }
}
