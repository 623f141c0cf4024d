package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Webhook;
import dev.outreach.platforms.connected.ConnectedPlatforms;
import dev.outreach.schemas.InboundKind;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.RecordReply;
import dev.outreach.schemas.identity.DerivedId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Instagram's webhooks, with its real adapter and a stand-in for its profile lookup. */
class WebhookIT {

  private static final String PATH = "/webhooks/instagram";
  private static final String SECRET = "app-secret";

  private HttpServer graph;
  private ConnectedPlatforms platforms;
  private RunningApi api;

  @BeforeEach
  void start() throws IOException {
    graph = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    graph.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"username\": \"Ada.Bakes\"}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    graph.start();
    platforms =
        ConnectedPlatforms.of(key -> Optional.ofNullable(settings().get(key)), Clock.systemUTC());
    Webhook webhook = platforms.of(Platform.INSTAGRAM).orElseThrow().webhook().orElseThrow();
    api = new RunningApi(new PGSimpleDataSource(), Map.of("instagram", webhook));
  }

  private Map<String, String> settings() {
    return Map.of(
        "OUTREACH_INSTAGRAM_TOKEN", "token",
        "OUTREACH_INSTAGRAM_ACCOUNT_ID", "17841400000000001",
        "OUTREACH_INSTAGRAM_BASE_URL", "http://127.0.0.1:" + graph.getAddress().getPort(),
        "OUTREACH_INSTAGRAM_APP_SECRET", SECRET,
        "OUTREACH_INSTAGRAM_VERIFY_TOKEN", "verify-me");
  }

  @AfterEach
  void stop() {
    api.close();
    platforms.close();
    graph.stop(0);
  }

  @Test
  void shouldAnswerTheHandshake() {
    String query = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";

    assertThat(api.send(api.bare(PATH + query + "verify-me").GET()).raw().body())
        .isEqualTo("1158201444");
    assertThat(api.send(api.bare(PATH + query + "wrong").GET()).status()).isEqualTo(403);
  }

  @Test
  void shouldTurnAMessageIntoAReplyOfThePerson() {
    assertThat(deliver(message("mid-1", "Sounds good!", false)).status()).isEqualTo(200);
    assertThat(deliver(message("mid-1", "Sounds good!", false)).status()).isEqualTo(200);

    List<ProfileCommand> commands = commands();
    assertThat(commands).hasSize(2);
    assertThat(commands.get(0).getId()).isEqualTo(commands.get(1).getId());
    assertThat(commands.getFirst().getProfileId())
        .isEqualTo(DerivedId.profile("default", "instagram", "ada.bakes"));
    RecordReply reply = (RecordReply) commands.getFirst().getCommand();
    assertThat(reply.getKind()).isEqualTo(InboundKind.REPLY);
    assertThat(reply.getText()).contains("Sounds good!");
    assertThat(reply.getAddress()).contains("1234567890");
    Instant sent = Instant.ofEpochMilli(1_795_000_000_000L);
    assertThat(reply.getReceivedAt()).isEqualTo(sent);
    assertThat(reply.getWindowOpenUntil()).contains(sent.plus(Duration.ofHours(24)));
  }

  @Test
  void shouldTellEchoesAndOptOutsApart() {
    deliver(message("mid-2", "Hello from us", true));
    deliver(message("mid-3", "STOP", false));

    assertThat(commands())
        .extracting(command -> ((RecordReply) command.getCommand()).getKind())
        .containsExactly(InboundKind.ECHO, InboundKind.OPT_OUT);
  }

  @Test
  void shouldRefuseAndCountWhatIsNotSigned() {
    String body = message("mid-4", "Hi", false);
    RunningApi.Answer unsigned =
        api.send(api.bare(PATH).POST(HttpRequest.BodyPublishers.ofString(body)));
    RunningApi.Answer forged =
        api.send(
            api.bare(PATH)
                .header("X-Hub-Signature-256", "sha256=" + "0".repeat(64))
                .POST(HttpRequest.BodyPublishers.ofString(body)));

    assertThat(unsigned.status()).isEqualTo(401);
    assertThat(forged.status()).isEqualTo(401);
    assertThat(commands()).isEmpty();
    assertThat(api.get("/metrics").raw().body())
        .contains("outreach_webhooks_total{platform=\"instagram\",taken=\"NOT_SIGNED\"} 2.0");
  }

  @Test
  void shouldRefuseASignedBodyItCannotRead() {
    assertThat(deliver("{\"object\": \"elephant\"}").status()).isEqualTo(400);
  }

  @Test
  void shouldAskForAnotherDeliveryWhereTheWriterCannotBeLookedUp() {
    graph.stop(0);

    assertThat(deliver(message("mid-5", "Hi", false)).status()).isEqualTo(503);
  }

  private List<ProfileCommand> commands() {
    return api.log().published().stream().map(ProfileCommand.class::cast).toList();
  }

  private RunningApi.Answer deliver(String body) {
    return api.send(
        api.bare(PATH)
            .header("X-Hub-Signature-256", "sha256=" + signature(body))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String message(String id, String text, boolean echo) {
    String from = echo ? "17841400000000001" : "1234567890";
    String to = echo ? "1234567890" : "17841400000000001";
    return """
    {"object": "instagram", "entry": [{"id": "17841400000000001", "time": 1795000000000,
     "messaging": [{"sender": {"id": "%s"}, "recipient": {"id": "%s"},
     "timestamp": 1795000000000,
     "message": {"mid": "%s", "text": "%s"%s}}]}]}
    """
        .formatted(from, to, id, text, echo ? ", \"is_echo\": true" : "");
  }

  private static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
