package dev.outreach.platforms.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.FreshToken;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.meta.MetaGraph;
import java.time.Clock;
import java.util.Map;

/**
 * Renews tokens; the caller keeps the new one. A token must be renewed before it expires: an
 * expired one needs a person to log in again.
 */
public final class InstagramTokens {

  private final MetaGraph graph;
  private final AccessTokens tokens;
  private final Clock clock;

  InstagramTokens(MetaGraph graph, AccessTokens tokens, Clock clock) {
    this.graph = graph;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * Exchanges the current token of a Facebook Login app for one of 60 days.
   *
   * @throws PlatformException where the platform refuses or cannot be reached
   */
  public FreshToken exchange(String appId, Secret appSecret) {
    return fresh(
        graph
            .get(
                "oauth/access_token",
                Map.of(
                    "grant_type",
                    "fb_exchange_token",
                    "client_id",
                    appId,
                    "client_secret",
                    appSecret.value(),
                    "fb_exchange_token",
                    tokens.current().value()))
            .body());
  }

  /**
   * Extends the current token of an Instagram Login app, which must be at least a day old, by 60
   * days.
   *
   * @throws PlatformException where the platform refuses or cannot be reached
   */
  public FreshToken refresh() {
    return fresh(
        graph
            .getUnversioned(
                "refresh_access_token",
                Map.of("grant_type", "ig_refresh_token", "access_token", tokens.current().value()))
            .body());
  }

  private FreshToken fresh(JsonNode body) {
    return new FreshToken(
        new Secret(body.path("access_token").asText()),
        clock.instant().plusSeconds(body.path("expires_in").asLong()));
  }
}
