package dev.outreach.platforms.linkedin;

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
 * Renews access tokens with a refresh token, which only some apps are given and which ends a year
 * after it was first issued, however often it is used. See
 * learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens.
 */
public final class LinkedInTokens {

  private final URI address;
  private final Client client;
  private final HttpTransport transport;
  private final Clock clock;

  /** The app and its permission to renew. */
  public record Client(String id, Secret secret, Secret refreshToken) {}

  /**
   * Renewal by one app.
   *
   * @param authority {@code https://www.linkedin.com}, or a sandbox
   */
  public LinkedInTokens(URI authority, Client client, HttpTransport transport, Clock clock) {
    this.address = Query.address(authority, "oauth/v2/accessToken", Map.of());
    this.client = client;
    this.transport = transport;
    this.clock = clock;
  }

  /**
   * Asks for a new access token.
   *
   * @throws PlatformException where LinkedIn refuses or cannot be reached
   */
  public FreshToken refresh() {
    HttpCall call =
        HttpCall.post(
            address,
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            Query.encode(
                Map.of(
                    "grant_type", "refresh_token",
                    "refresh_token", client.refreshToken().value(),
                    "client_id", client.id(),
                    "client_secret", client.secret().value())));
    return switch (transport.call(call)) {
      case Exchange.Answered answer -> read(answer);
      case Exchange.NeverWritten never -> throw refused(transientFailure(never.cause()));
      case Exchange.Unanswered silence -> throw refused(transientFailure(silence.cause()));
    };
  }

  private FreshToken read(Exchange.Answered answer) {
    JsonNode body = Json.readObject(answer.body()).orElse(Json.object());
    String token = Json.text(body, "access_token");
    if (answer.isSuccess() && token != null) {
      return new FreshToken(
          new Secret(token), clock.instant().plusSeconds(body.path("expires_in").asLong()));
    }
    ErrorCode code = new ErrorCode(answer.status(), body.path("error").asText(), "");
    throw refused(
        answer.status() >= 500
            ? new PlatformFailure.Transient(code)
            : new PlatformFailure.Auth(code));
  }

  private static PlatformFailure transientFailure(String cause) {
    return new PlatformFailure.Transient(ErrorCode.noAnswer(cause));
  }

  private static PlatformException refused(PlatformFailure failure) {
    return new PlatformException(Platform.LINKEDIN, failure);
  }
}
