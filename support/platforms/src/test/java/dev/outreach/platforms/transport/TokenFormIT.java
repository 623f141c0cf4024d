package dev.outreach.platforms.transport;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.outreach.platforms.FreshToken;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFormIT {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private HttpServer server;
  private volatile int status = 200;
  private volatile String answer = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/token",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "90");
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void shouldSayUntilWhenTheTokenLives() {
    answer = "{\"access_token\": \"fresh\", \"expires_in\": 7200}";

    FreshToken given = ask();

    assertThat(given.token().value()).isEqualTo("fresh");
    assertThat(given.expiresAt()).isEqualTo(NOON.plusSeconds(7200));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401})
  void shouldTakeARefusalForARefusal(int refusal) {
    status = refusal;
    answer = "{\"error\": \"invalid_client\"}";

    assertThat(failure()).isInstanceOf(PlatformFailure.Auth.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void shouldTakeAnOutageForAnOutage(int outage) {
    status = outage;
    answer = "<html>";

    assertThat(failure()).isInstanceOf(PlatformFailure.Transient.class);
  }

  @Test
  void shouldComeAgainWhenItMay() {
    status = 429;
    answer = "{}";

    assertThat(failure())
        .isInstanceOfSatisfying(
            PlatformFailure.RateLimit.class,
            limit -> assertThat(limit.retryAfter()).contains(Duration.ofSeconds(90)));
  }

  private PlatformFailure failure() {
    return requireNonNull(catchThrowableOfType(PlatformException.class, this::ask)).failure();
  }

  private FreshToken ask() {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    return new TokenForm(
            Platform.TIKTOK,
            address,
            new HttpTransport(HttpTimeouts.usual()),
            Clock.fixed(NOON, ZoneOffset.UTC))
        .ask(Map.of("grant_type", "client_credentials"));
  }
}
