package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.postgresql.ds.PGSimpleDataSource;

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
  private RunningApi api;

  @BeforeEach
  void start() {
    platforms = ConnectedPlatforms.of(key -> Optional.ofNullable(SETTINGS.get(key)), clock);
    api =
        new RunningApi(
            new PGSimpleDataSource(),
            Map.of("tiktok", platforms.of(Platform.TIKTOK).orElseThrow().webhook().orElseThrow()));
  }

  @AfterEach
  void stop() {
    api.close();
    platforms.close();
  }

  @Test
  void shouldTakeTheWriterFromTheEvent() {
    Instant written = Instant.ofEpochMilli(clock.millis());

    assertThat(deliver("tiktok", written).status()).isEqualTo(200);

    ProfileCommand command = (ProfileCommand) api.log().published().getFirst();
    assertThat(command.getProfileId())
        .isEqualTo(DerivedId.profile("default", "tiktok", "ada.bakes"));
    RecordReply reply = (RecordReply) command.getCommand();
    assertThat(reply.getAddress()).contains("conversation-1");
    assertThat(reply.getWindowOpenUntil()).contains(written.plus(Duration.ofDays(2)));
  }

  @Test
  void shouldKnowNoAddressOfAPlatformThatIsNotConnected() {
    assertThat(deliver("facebook", clock.instant()).status()).isEqualTo(404);
  }

  private RunningApi.Answer deliver(String platform, Instant written) {
    String body =
        """
        {"client_key":"k","event":"im_receive_msg","create_time":1,"user_openid":"business",
         "content":"{\\"timestamp\\":%d,\\"conversation_id\\":\\"conversation-1\\",\\"message_id\\":\\"m1\\",\\"from\\":\\"Ada.Bakes\\",\\"type\\":\\"text\\",\\"text\\":{\\"body\\":\\"Hi\\"}}"}
        """
            .formatted(written.toEpochMilli());
    long seconds = clock.instant().getEpochSecond();
    String signature =
        HmacSignature.hex(SECRET, (seconds + "." + body).getBytes(StandardCharsets.UTF_8));
    return api.send(
        api.bare("/webhooks/" + platform)
            .header("TikTok-Signature", "t=" + seconds + ",s=" + signature)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }
}
