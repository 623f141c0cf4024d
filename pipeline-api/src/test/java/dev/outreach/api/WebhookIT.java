package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Webhook;
import dev.outreach.platforms.connected.ConnectedPlatforms;
import dev.outreach.schemas.InboundKind;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.ReceiptKind;
import dev.outreach.schemas.RecordReceipt;
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

/** Instagram's webhooks, with its real adapter and a stand-in for its profile lookup. */
class WebhookIT {

  private static final String PATH = "/webhooks/instagram";
  private static final String UNREADABLE = "/api/social/inbox/unreadable";
  private static final String SECRET = "app-secret";
  private static final String OLD_SECRET = "app-secret-of-last-year";

  private HttpServer graph;
  private ConnectedPlatforms platforms;
  private TestPostgres postgres;
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
    postgres = TestPostgres.migrated();
    api = new RunningApi(postgres.dataSource(), Map.of("instagram", webhook)).awaitUp();
  }

  private Map<String, String> settings() {
    return Map.of(
        "OUTREACH_INSTAGRAM_TOKEN", "token",
        "OUTREACH_INSTAGRAM_ACCOUNT_ID", "17841400000000001",
        "OUTREACH_INSTAGRAM_BASE_URL", "http://127.0.0.1:" + graph.getAddress().getPort(),
        "OUTREACH_INSTAGRAM_APP_SECRET", SECRET + "," + OLD_SECRET,
        "OUTREACH_INSTAGRAM_VERIFY_TOKEN", "verify-me");
  }

  @AfterEach
  void stop() {
    api.close();
    postgres.close();
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

    List<ProfileCommand> commands = commands(1);
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

    assertThat(commands(2))
        .extracting(command -> ((RecordReply) command.getCommand()).getKind())
        .containsExactlyInAnyOrder(InboundKind.ECHO, InboundKind.OPT_OUT);
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
    assertThat(api.log().published()).isEmpty();
    assertThat(api.get("/metrics").raw().body())
        .contains("outreach_webhooks_total{platform=\"instagram\",taken=\"NOT_SIGNED\"} 2.0");
  }

  @Test
  void shouldKeepASignedBodyItCannotRead() {
    String body = "{\"object\": \"elephant\"}";

    assertThat(deliver(body).status()).isEqualTo(200);
    assertThat(deliver(body).status()).isEqualTo(200);

    JsonNode kept = api.get(UNREADABLE).body();
    assertThat(kept.path("total").asInt()).isEqualTo(1);
    JsonNode delivery = kept.path("items").path(0);
    assertThat(delivery.path("platform").asText()).isEqualTo("instagram");
    assertThat(delivery.path("body").asText()).isEqualTo(body);
    assertThat(delivery.path("times").asInt()).isEqualTo(2);
    assertThat(delivery.path("reason").asText()).isNotBlank().doesNotContain("elephant");
    assertThat(api.get("/metrics").raw().body())
        .contains("outreach_webhooks_total{platform=\"instagram\",taken=\"UNREADABLE\"} 2.0");
  }

  @Test
  void shouldForgetAnUnreadBodyThatSomebodyHasSeen() {
    deliver("[");
    String id = api.get(UNREADABLE).body().path("items").path(0).path("id").asText();

    assertThat(api.post(UNREADABLE + "/" + id + "/dismiss", "").status()).isEqualTo(202);
    assertThat(api.post(UNREADABLE + "/" + id + "/dismiss", "").status()).isEqualTo(404);
    assertThat(api.get(UNREADABLE).body().path("total").asInt()).isZero();
  }

  @Test
  void shouldAskForAnotherDeliveryWhereItCannotKeepAnUnreadableOne() {
    postgres.stopServer();

    assertThat(deliver("[").status()).isEqualTo(503);
  }

  @Test
  void shouldTakeEitherOfTwoActiveSecretsAndCountWhichOne() {
    assertThat(deliver(message("mid-6", "Hi", false), SECRET).status()).isEqualTo(200);
    assertThat(deliver(message("mid-7", "Hi", false), OLD_SECRET).status()).isEqualTo(200);
    assertThat(deliver(message("mid-8", "Hi", false), "stolen").status()).isEqualTo(401);

    assertThat(api.get("/metrics").raw().body())
        .contains("outreach_webhooks_signed_total{platform=\"instagram\",secret=\"0\"} 1.0")
        .contains("outreach_webhooks_signed_total{platform=\"instagram\",secret=\"1\"} 1.0");
  }

  @Test
  void shouldRefuseABodyThatIsNotByteForByteTheSignedOne() {
    String body = message("mid-9", "Hi", false);

    assertThat(post(body.replace("Hi", "Ho"), signature(body, SECRET)).status()).isEqualTo(401);
    assertThat(post(body.replace(" ", ""), signature(body, SECRET)).status()).isEqualTo(401);
  }

  @Test
  void shouldAnswerAtOnceAlsoWhereTheWriterCannotBeLookedUp() {
    graph.stop(0);

    assertThat(deliver(message("mid-5", "Hi", false)).status()).isEqualTo(200);
    assertThat(api.log().published()).isEmpty();
  }

  @Test
  void shouldAskForAnotherDeliveryWhereItCannotKeepThisOne() {
    postgres.stopServer();

    assertThat(deliver(message("mid-5", "Hi", false)).status()).isEqualTo(503);
  }

  @Test
  void shouldReportWhatWasReadAndDelivered() {
    postgres.execute(
        """
        INSERT INTO social_inbound_addresses VALUES ('default', 'instagram', 'address',
          '1234567890', '00000000-0000-0000-0000-000000000001', now())
        """);
    deliver(
        """
        {"object": "instagram", "entry": [{"id": "17841400000000001", "time": 1795000000000,
         "messaging": [{"sender": {"id": "1234567890"}, "recipient": {"id": "17841400000000001"},
         "timestamp": 1795000000000, "read": {"mid": "mid-of-ours"}}]}]}
        """);

    RecordReceipt receipt = (RecordReceipt) commands(1).getFirst().getCommand();
    assertThat(receipt.getKind()).isEqualTo(ReceiptKind.READ);
    assertThat(receipt.getPlatformMessageIds()).containsExactly("mid-of-ours");
  }

  private List<ProfileCommand> commands(int number) {
    await()
        .dontCatchUncaughtExceptions()
        .untilAsserted(() -> assertThat(api.log().published()).hasSize(number));
    return api.log().published().stream().map(ProfileCommand.class::cast).toList();
  }

  private RunningApi.Answer deliver(String body) {
    return deliver(body, SECRET);
  }

  private RunningApi.Answer deliver(String body, String secret) {
    return post(body, signature(body, secret));
  }

  private RunningApi.Answer post(String body, String signature) {
    return api.send(
        api.bare(PATH)
            .header("X-Hub-Signature-256", "sha256=" + signature)
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

  private static String signature(String body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
