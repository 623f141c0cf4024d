package dev.outreach.platforms.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.FreshToken;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.transport.Exchange;
import dev.outreach.platforms.transport.HttpCall;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Json;
import dev.outreach.platforms.transport.Query;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/**
 * Gets the token of a research project, which lives two hours, for its key and secret, see
 * developers.tiktok.com/doc/client-access-token-management. Thread-safe.
 */
public final class ResearchTokens {

  private final URI address;
  private final Client client;
  private final HttpTransport transport;
  private final Clock clock;

  /** The project. */
  public record Client(String key, Secret secret) {}

  /**
   * Tokens of one project.
   *
   * @param base {@code https://open.tiktokapis.com}, or a sandbox
   */
  public ResearchTokens(URI base, Client client, HttpTransport transport, Clock clock) {
    this.address = Query.address(base, "v2/oauth/token/", Map.of());
    this.client = client;
    this.transport = transport;
    this.clock = clock;
  }

  /**
   * Asks for a new token.
   *
   * @throws PlatformException where TikTok refuses or cannot be reached
   */
  public FreshToken refresh() {
    HttpCall call =
        HttpCall.post(
            address,
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            Query.encode(
                Map.of(
                    "client_key", client.key(),
                    "client_secret", client.secret().value(),
                    "grant_type", "client_credentials")));
    return switch (transport.call(call)) {
      case Exchange.Answered answer -> read(answer);
      case Exchange.NeverWritten never -> throw unreachable(never.cause());
      case Exchange.Unanswered silence -> throw unreachable(silence.cause());
    };
  }

  /** Errors are flat here: {@code error}, {@code error_description}. */
  private FreshToken read(Exchange.Answered answer) {
    JsonNode body = Json.readObject(answer.body()).orElse(Json.object());
    String token = Json.text(body, "access_token");
    if (token == null) {
      ErrorCode code = new ErrorCode(answer.status(), body.path("error").asText("no_token"), "");
      throw new PlatformException(Platform.TIKTOK, new PlatformFailure.Auth(code));
    }
    return new FreshToken(
        new Secret(token), clock.instant().plusSeconds(body.path("expires_in").asLong()));
  }

  private static PlatformException unreachable(String cause) {
    return new PlatformException(
        Platform.TIKTOK, new PlatformFailure.Transient(ErrorCode.noAnswer(cause)));
  }
}
