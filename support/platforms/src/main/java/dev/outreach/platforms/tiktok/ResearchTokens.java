package dev.outreach.platforms.tiktok;

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
 * Gets the token of a research project, which lives two hours, for its key and secret, see
 * developers.tiktok.com/doc/client-access-token-management. Thread-safe.
 */
public final class ResearchTokens {

  private final TokenForm form;
  private final Client client;

  /** The project. */
  public record Client(String key, Secret secret) {}

  /**
   * Tokens of one project.
   *
   * @param base {@code https://open.tiktokapis.com}, or a sandbox
   */
  public ResearchTokens(URI base, Client client, HttpTransport transport, Clock clock) {
    this.form =
        new TokenForm(
            Platform.TIKTOK, Query.address(base, "v2/oauth/token/", Map.of()), transport, clock);
    this.client = client;
  }

  /**
   * Asks for a new token.
   *
   * @throws PlatformException where TikTok refuses or cannot be reached
   */
  public FreshToken refresh() {
    return form.ask(
        Map.of(
            "client_key", client.key(),
            "client_secret", client.secret().value(),
            "grant_type", "client_credentials"));
  }
}
