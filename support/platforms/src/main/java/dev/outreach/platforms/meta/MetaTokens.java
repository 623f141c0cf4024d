package dev.outreach.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.FreshToken;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.Secret;
import java.time.Clock;
import java.util.Map;

/**
 * Renews tokens of the Graph API, for Instagram and Facebook alike. A token must be renewed before
 * it ends: an expired one needs a person to log in again. See
 * developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived.
 */
public final class MetaTokens {

  private final MetaGraph graph;
  private final App app;
  private final Clock clock;

  /** The app a token was given to. */
  public record App(String id, Secret secret) {}

  public MetaTokens(MetaGraph graph, App app, Clock clock) {
    this.graph = graph;
    this.app = app;
    this.clock = clock;
  }

  /**
   * Exchanges a token for one of sixty days.
   *
   * @throws PlatformException where Meta refuses or cannot be reached
   */
  public FreshToken exchange(Secret current) {
    JsonNode body =
        graph
            .getUnauthorised(
                "oauth/access_token",
                Map.of(
                    "grant_type", "fb_exchange_token",
                    "client_id", app.id(),
                    "client_secret", app.secret().value(),
                    "fb_exchange_token", current.value()))
            .body();
    return new FreshToken(
        new Secret(body.path("access_token").asText()),
        clock.instant().plusSeconds(body.path("expires_in").asLong()));
  }
}
