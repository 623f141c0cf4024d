package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.connected.ConnectedPlatforms;
import dev.outreach.platforms.transport.HmacSignature;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.RecordReply;
import dev.outreach.schemas.identity.DerivedId;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TikTok's webhooks, which name the writer themselves and open a window of two days. */
class TikTokWebhookIT {

  private static final Secret SECRET = new Secret("client-secret");
  private static final Map<String, String> SETTINGS =
      Map.of(
          "OUTREACH_TIKTOK_TOKEN", "token",
          "OUTREACH_TIKTOK_ACCOUNT_ID", "business",
          "OUTREACH_TIKTOK_APP_SECRET", SECRET.value());

  private final Clock clock = Clock.systemUTC();
  private ConnectedPlatforms platforms;
  private TestPostgres postgres;
  private RunningApi api;

  @BeforeEach
  void start() {
    platforms = ConnectedPlatforms.of(key -> Optional.ofNullable(SETTINGS.get(key)), clock);
    postgres = TestPostgres.migrated();
    api =
        new RunningApi(
                postgres.dataSource(),
                Map.of(
                    "tiktok", platforms.of(Platform.TIKTOK).orElseThrow().webhook().orElseThrow()))
            .awaitUp();
  }

  @AfterEach
  void stop() {
    api.close();
    postgres.close();
    platforms.close();
  }

  @Test
  void shouldTakeTheWriterFromTheEvent() {
    Instant written = Instant.ofEpochMilli(clock.millis());

    assertThat(deliver("tiktok", written).status()).isEqualTo(200);

    await()
        .dontCatchUncaughtExceptions()
        .untilAsserted(() -> assertThat(api.log().published()).hasSize(1));
    ProfileCommand command = (ProfileCommand) api.log().published().getFirst();
    assertThat(command.getProfileId())
        .isEqualTo(DerivedId.profile("default", "tiktok", "ada.bakes"));
    RecordReply reply = (RecordReply) command.getCommand();
    assertThat(reply.getAddress()).contains("conversation-1");
    assertThat(reply.getWindowOpenUntil()).contains(written.plus(Duration.ofDays(2)));
  }

  @Test
  void shouldRefuseAndCountASignatureOfTheDayBefore() {
    long yesterday = clock.instant().minus(Duration.ofDays(1)).getEpochSecond();

    assertThat(deliver("tiktok", clock.instant(), yesterday).status()).isEqualTo(401);

    assertThat(api.get("/metrics").raw().body())
        .contains("outreach_webhooks_total{platform=\"tiktok\",taken=\"NOT_SIGNED\"} 1.0");
  }

  @Test
  void shouldKnowNoAddressOfAPlatformThatIsNotConnected() {
    assertThat(deliver("facebook", clock.instant()).status()).isEqualTo(404);
  }

  private RunningApi.Answer deliver(String platform, Instant written) {
    return deliver(platform, written, clock.instant().getEpochSecond());
  }

  private RunningApi.Answer deliver(String platform, Instant written, long seconds) {
    String body =
        """
        {"client_key":"k","event":"im_receive_msg","create_time":1,"user_openid":"business",
         "content":"{\\"timestamp\\":%d,\\"conversation_id\\":\\"conversation-1\\",\\"message_id\\":\\"m1\\",\\"from\\":\\"Ada.Bakes\\",\\"type\\":\\"text\\",\\"text\\":{\\"body\\":\\"Hi\\"}}"}
        """
            .formatted(written.toEpochMilli());
    String signature =
        HmacSignature.hex(SECRET, (seconds + "." + body).getBytes(StandardCharsets.UTF_8));
    return api.send(
        api.bare("/webhooks/" + platform)
            .header("TikTok-Signature", "t=" + seconds + ",s=" + signature)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }
}
