package dev.outreach.platforms.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.FreshToken;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.transport.Exchange;
import dev.outreach.platforms.transport.HttpCall;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Json;
import dev.outreach.platforms.transport.Query;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Renews the access token of a business account, which lives a day, with a refresh token, which
 * lives a year and may be another one after each use. See business-api.tiktok.com/portal/docs
 * (tt_user/oauth2/refresh_token). Thread-safe.
 */
public final class TikTokTokens {

  private final URI address;
  private final Client client;
  private final HttpTransport transport;
  private final Clock clock;
  private final AtomicReference<Secret> refreshToken;
  private final TikTokErrors errors = new TikTokErrors(Set.of());

  /** The app and its permission to renew. */
  public record Client(String id, Secret secret, Secret refreshToken) {}

  /**
   * Renewal by one app.
   *
   * @param base {@code https://business-api.tiktok.com/open_api/v1.3}, or a sandbox
   */
  public TikTokTokens(URI base, Client client, HttpTransport transport, Clock clock) {
    this.address = Query.address(base, "tt_user/oauth2/refresh_token/", Map.of());
    this.client = client;
    this.transport = transport;
    this.clock = clock;
    this.refreshToken = new AtomicReference<>(client.refreshToken());
  }

  /**
   * Asks for a new access token.
   *
   * @throws PlatformException where TikTok refuses or cannot be reached
   */
  public FreshToken refresh() {
    HttpCall call =
        HttpCall.post(
            address,
            Map.of("Content-Type", "application/json"),
            Json.write(
                Json.object()
                    .put("client_id", client.id())
                    .put("client_secret", client.secret().value())
                    .put("grant_type", "refresh_token")
                    .put("refresh_token", refreshToken.get().value())));
    return read(transport.call(call).answer(Platform.TIKTOK));
  }

  private FreshToken read(Exchange.Answered answer) {
    JsonNode body = Json.readObject(answer.body()).orElse(Json.object());
    JsonNode data = body.path("data");
    String token = Json.text(data, "access_token");
    if (body.path("code").asInt(-1) != 0 || token == null) {
      throw new PlatformException(
          Platform.TIKTOK, errors.failure(answer, body.path("code").asInt(-1)));
    }
    String next = Json.text(data, "refresh_token");
    if (next != null) {
      refreshToken.set(new Secret(next));
    }
    return new FreshToken(
        new Secret(token), clock.instant().plusSeconds(data.path("expires_in").asLong()));
  }
}
