package dev.outreach.platforms.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.outreach.sandbox.MovableClock;
import dev.outreach.sandbox.Sandbox;
import dev.outreach.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A sandbox of a test's own, with a clock to move, driven through its admin interface. */
public final class SandboxFixture implements AutoCloseable {

  private final MovableClock clock = new MovableClock(Clock.systemUTC());
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Sandbox sandbox;

  public SandboxFixture(Path folder, UnaryOperator<SandboxSettings> change) {
    try {
      sandbox = Sandbox.start(change.apply(SandboxSettings.in(folder, clock)));
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  public URI platformUri(String platform) {
    return sandbox.platformUri(platform);
  }

  public Clock clock() {
    return clock;
  }

  public Instant now() {
    return clock.instant();
  }

  public void advance(Duration by) {
    clock.advance(by);
  }

  /** Orders one fault for the next matching request. */
  public void fault(String platform, String operation, String kind) {
    JsonNode answer =
        post(
            "/sandbox/faults",
            "{\"platform\":\"%s\",\"operation\":\"%s\",\"kind\":\"%s\",\"delay_ms\":3000}"
                .formatted(platform, operation, kind));
    assertThat(answer.has("faults")).isTrue();
  }

  /** Lets a person exist and write to us; returns the person's address. */
  public String personWhoWrote(String platform, String username) {
    post(
        "/sandbox/" + platform + "/people",
        "{\"people\":[{\"username\":\"%s\"}]}".formatted(username));
    return post(
            "/sandbox/" + platform + "/inbound",
            "{\"username\":\"%s\",\"text\":\"Hi\"}".formatted(username))
        .path("address")
        .asText();
  }

  /** What the simulators accepted. */
  public JsonNode messages() {
    return get("/sandbox/ledger/messages").path("messages");
  }

  public JsonNode get(String path) {
    return send(HttpRequest.newBuilder(URI.create(sandbox.uri() + path)).GET());
  }

  public JsonNode post(String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(sandbox.uri() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** An address of this machine where no one listens. */
  public static URI nobodyListens() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  private JsonNode send(HttpRequest.Builder request) {
    String body =
        client
            .sendAsync(
                request.timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofString())
            .join()
            .body();
    try {
      return JsonMapper.builder().build().readTree(body);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  @Override
  public void close() {
    client.close();
    try {
      sandbox.close();
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }
}
