package dev.outreach.platforms.linkedin;

import dev.outreach.platforms.FreshToken;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Query;
import dev.outreach.platforms.transport.TokenForm;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/**
 * Renews access tokens with a refresh token, which only some apps are given and which ends a year
 * after it was first issued, however often it is used. See
 * learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens.
 */
public final class LinkedInTokens {

  private final TokenForm form;
  private final Client client;

  /** The app and its permission to renew. */
  public record Client(String id, Secret secret, Secret refreshToken) {}

  /**
   * Renewal by one app.
   *
   * @param authority {@code https://www.linkedin.com}, or a sandbox
   */
  public LinkedInTokens(URI authority, Client client, HttpTransport transport, Clock clock) {
    this.form =
        new TokenForm(
            Platform.LINKEDIN,
            Query.address(authority, "oauth/v2/accessToken", Map.of()),
            transport,
            clock);
    this.client = client;
  }

  /**
   * Asks for a new access token.
   *
   * @throws PlatformException where LinkedIn refuses or cannot be reached
   */
  public FreshToken refresh() {
    return form.ask(
        Map.of(
            "grant_type", "refresh_token",
            "refresh_token", client.refreshToken().value(),
            "client_id", client.id(),
            "client_secret", client.secret().value()));
  }
}
