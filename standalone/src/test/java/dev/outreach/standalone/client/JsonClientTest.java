package dev.outreach.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.outreach.runtime.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonClientTest {

  private HttpServer server;
  private JsonClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    client =
        JsonClient.ofPipeline(
            "http://127.0.0.1:" + server.getAddress().getPort(), new Secret("of-another-day"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void shouldSayWhichTokenIsNeededWhereOursIsRefused() {
    answer(401, "{\"detail\": \"The token is not known.\"}");

    assertThatThrownBy(() -> client.get("/api/social/queue"))
        .isInstanceOf(RefusedRequest.class)
        .hasMessage(
            "/api/social/queue answered 401: The token is not known."
                + " Give OUTREACH_ADMIN_TOKEN the value that Outreach was started with.")
        .hasMessageNotContaining("of-another-day");
  }

  @Test
  void shouldPassOnWhyARequestIsRefused() {
    answer(422, "{\"detail\": \"max_profiles is 0: give 1 or more.\"}");

    assertThatThrownBy(() -> client.post("/api/social/discover", Map.of()))
        .isInstanceOf(RefusedRequest.class)
        .hasMessage("/api/social/discover answered 422: max_profiles is 0: give 1 or more.");
  }

  @Test
  void shouldTakeAConflictForAnAnswer() throws IOException, InterruptedException {
    answer(409, "{\"code\": \"JOB_OVER\"}");

    assertThat(client.post("/api/social/jobs", Map.of()).path("code").asText())
        .isEqualTo("JOB_OVER");
  }

  @Test
  void shouldSayThatNobodyListens() {
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    server.stop(0);

    assertThatThrownBy(() -> client.get("/health/ready"))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("Nothing listens at " + address);
  }

  private void answer(int status, String body) {
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
