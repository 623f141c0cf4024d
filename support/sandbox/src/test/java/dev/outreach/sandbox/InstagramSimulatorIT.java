package dev.outreach.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.sandbox.instagram.InstagramSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstagramSimulatorIT {

  private static final String ACCOUNT = "17841405309211844";
  private static final String TOKEN = "access_token=ig-sandbox-token";

  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock(Clock.systemUTC());
  private Sandbox sandbox;
  private TestSandbox http;

  @BeforeEach
  void start() throws IOException {
    open(InstagramSettings.defaults());
  }

  @AfterEach
  void stop() throws IOException {
    http.close();
    sandbox.close();
  }

  @Test
  void shouldShowBusinessProfilesAndHidePersonalOnes() {
    register("blue.kiln", false);
    register("private.person", true);

    JsonNode shown = lookUp("blue.kiln");
    JsonNode hidden = lookUp("private.person");
    JsonNode missing = lookUp("nobody.at.all");

    assertThat(shown.path("id").asText()).isEqualTo(ACCOUNT);
    assertThat(shown.path("business_discovery").path("username").asText()).isEqualTo("blue.kiln");
    assertThat(shown.path("business_discovery").path("followers_count").asLong()).isPositive();
    assertThat(hidden.path("error").path("code").asInt()).isEqualTo(110);
    assertThat(hidden).usingRecursiveComparison().isEqualTo(missing);
  }

  @Test
  void shouldHideTheLikesOfAboutATenthOfTheMedia() {
    int media = 0;
    int hidden = 0;
    for (JsonNode person : http.getJson("/sandbox/people").path("people")) {
      if (media < 3000 && !person.path("personal").asBoolean()) {
        for (JsonNode post :
            lookUp(person.path("username").asText()).at("/business_discovery/media/data")) {
          media++;
          hidden += post.has("like_count") ? 0 : 1;
        }
      }
    }

    assertThat(media).isGreaterThanOrEqualTo(3000);
    assertThat(hidden / (double) media).isBetween(0.08, 0.12);
  }

  @Test
  void shouldPageThroughHashtagMediaWithoutNamingAuthors() {
    String id = hashtag("coffee").at("/data/0/id").asText();
    String path =
        "/instagram/v26.0/"
            + id
            + "/top_media?user_id="
            + ACCOUNT
            + "&limit=5&fields=id,caption&"
            + TOKEN;

    JsonNode first = http.getJson(path);
    JsonNode second = http.getJson(path + "&after=" + first.at("/paging/cursors/after").asText());

    assertThat(first.path("data"))
        .hasSize(5)
        .allSatisfy(post -> assertThat(post.has("username")).isFalse());
    assertThat(second.path("data")).isNotEmpty();
    assertThat(second.at("/data/0/id")).isNotEqualTo(first.at("/data/0/id"));
  }

  @Test
  void shouldRefuseTheThirtyFirstHashtagUntilSevenDaysHavePassed() {
    for (int index = 0; index < 30; index++) {
      assertThat(hashtag("tag" + index).has("data")).isTrue();
    }

    JsonNode repeated = hashtag("tag3");
    JsonNode refused = hashtag("onemore");
    clock.advance(Duration.ofDays(7).plusSeconds(1));
    JsonNode later = hashtag("onemore");

    assertThat(repeated.has("data")).isTrue();
    assertThat(refused.at("/error/code").asInt()).isEqualTo(18);
    assertThat(later.has("data")).isTrue();
  }

  @Test
  void shouldRefuseCallsWhenTheHourlyAllowanceIsUsedUp() throws IOException {
    stop();
    open(InstagramSettings.defaults().withRates(10, 100));
    for (int index = 0; index < 10; index++) {
      hashtag("coffee");
    }

    var refused = http.get("/instagram/v26.0/ig_hashtag_search?user_id=1&q=coffee&" + TOKEN);
    clock.advance(Duration.ofHours(1));
    JsonNode later = hashtag("coffee");

    assertThat(refused.body()).contains("80002");
    assertThat(refused.headers().firstValue("X-App-Usage"))
        .get()
        .asString()
        .contains("\"call_count\":100");
    assertThat(refused.headers().firstValue("X-Business-Use-Case-Usage"))
        .get()
        .asString()
        .contains("estimated_time_to_regain_access\":6");
    assertThat(later.has("data")).isTrue();
  }

  @Test
  void shouldRefuseMessagesToAddressesThatNeverWrote() {
    register("blue.kiln", false);
    String publicId = lookUp("blue.kiln").at("/business_discovery/id").asText();

    assertThat(send(publicId, "Hello").at("/error/error_subcode").asInt()).isEqualTo(2534014);
  }

  @Test
  void shouldAcceptMessagesOnlyWithinADayOfTheLastInbound() {
    String address = hear("blue.kiln");

    JsonNode accepted = send(address, "Hello");
    clock.advance(Duration.ofHours(24).plusSeconds(5));
    JsonNode refused = send(address, "Hello again");
    hear("blue.kiln");
    JsonNode reopened = send(address, "Hello again");

    assertThat(accepted.path("recipient_id").asText()).isEqualTo(address);
    assertThat(refused.at("/error/code").asInt()).isEqualTo(10);
    assertThat(refused.at("/error/error_subcode").asInt()).isEqualTo(2534022);
    assertThat(reopened.path("message_id").asText()).isNotEmpty();
  }

  @Test
  void shouldCountTheLengthOfAMessageInBytes() {
    String address = hear("blue.kiln");

    assertThat(send(address, "é".repeat(500)).has("message_id")).isTrue();
    assertThat(send(address, "é".repeat(501)).at("/error/code").asInt()).isEqualTo(100);
  }

  @Test
  void shouldShowOnlyTheTwentyNewestMessagesInFull() {
    String address = hear("blue.kiln");
    for (int index = 0; index < 25; index++) {
      send(address, "Message " + index);
    }

    String thread =
        http.getJson(
                "/instagram/v26.0/"
                    + ACCOUNT
                    + "/conversations?platform=instagram&user_id="
                    + address
                    + "&"
                    + TOKEN)
            .at("/data/0/id")
            .asText();
    JsonNode messages =
        http.getJson("/instagram/v26.0/" + thread + "?fields=messages%7Bid,message%7D&" + TOKEN)
            .at("/messages/data");

    assertThat(messages).hasSize(26);
    assertThat(messages.get(0).path("message").asText()).isEqualTo("Message 24");
    assertThat(messages.get(19).has("message")).isTrue();
    assertThat(messages.get(20).has("message")).isFalse();
  }

  @Test
  void shouldContinueWhereTheLedgerLeftOff() throws IOException {
    String address = hear("blue.kiln");
    String before = send(address, "Hello").path("message_id").asText();
    stop();
    open(InstagramSettings.defaults());

    String after = send(address, "Hello after the restart").path("message_id").asText();
    JsonNode ledger = http.getJson("/sandbox/ledger/messages");

    assertThat(after).isNotEmpty().isNotEqualTo(before);
    assertThat(ledger.path("messages"))
        .extracting(message -> message.path("message_id").asText())
        .containsExactly(before, after);
  }

  @Test
  void shouldRefuseAnUnknownToken() {
    assertThat(
            http.getJson("/instagram/v26.0/ig_hashtag_search?q=coffee&access_token=other")
                .at("/error/code")
                .asInt())
        .isEqualTo(190);
  }

  private void open(InstagramSettings settings) throws IOException {
    sandbox = Sandbox.start(SandboxSettings.in(folder, clock).with(settings));
    http = new TestSandbox(sandbox);
  }

  private void register(String username, boolean personal) {
    http.post(
        "/sandbox/instagram/people",
        "{\"people\":[{\"username\":\"%s\",\"personal\":%s}]}".formatted(username, personal));
  }

  private String hear(String username) {
    register(username, false);
    return http.postJson(
            "/sandbox/instagram/inbound",
            "{\"username\":\"%s\",\"text\":\"Hi\"}".formatted(username))
        .path("address")
        .asText();
  }

  private JsonNode send(String address, String text) {
    return http.postJson(
        "/instagram/v26.0/" + ACCOUNT + "/messages?" + TOKEN,
        "{\"recipient\":{\"id\":\"%s\"},\"message\":{\"text\":\"%s\"}}".formatted(address, text));
  }

  private JsonNode hashtag(String hashtag) {
    return http.getJson(
        "/instagram/v26.0/ig_hashtag_search?user_id=" + ACCOUNT + "&q=" + hashtag + "&" + TOKEN);
  }

  private JsonNode lookUp(String username) {
    return http.getJson(
        "/instagram/v26.0/"
            + ACCOUNT
            + "?fields=business_discovery.username("
            + username
            + ")%7Bid,username,name,followers_count,media.limit(100)%7Bid,like_count,comments_count%7D%7D&"
            + TOKEN);
  }
}
