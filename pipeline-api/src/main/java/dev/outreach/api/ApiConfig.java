package dev.outreach.api;

import dev.outreach.api.inbox.InboxSettings;
import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Secret;
import dev.outreach.runtime.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of pipeline-api.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param adminToken the bearer token of the administrator
 * @param websites where the website outreach product is
 * @param patience how long a caller waits for the result of a command, 10 ms to 30 s
 * @param inbox how long the inbox keeps things
 */
public record ApiConfig(
    String host,
    int port,
    Secret adminToken,
    Optional<URI> websites,
    Duration patience,
    InboxSettings inbox) {

  private static final String TOKEN = "OUTREACH_ADMIN_TOKEN";
  private static final String WEBSITES = "OUTREACH_WEBSITES_URL";
  private static final String PATIENCE = "OUTREACH_COMMAND_PATIENCE";
  private static final int SHORTEST_TOKEN = 16;

  public ApiConfig {
    if (adminToken.value().length() < SHORTEST_TOKEN
        || !adminToken.value().matches("[\\x21-\\x7e]+")) {
      throw new InvalidSetting(
          TOKEN, "is too weak: use at least 16 visible ASCII characters without spaces");
    }
    if (patience.compareTo(Duration.ofMillis(10)) < 0
        || patience.compareTo(Duration.ofSeconds(30)) > 0) {
      throw new InvalidSetting(PATIENCE, "is " + patience + ": use 10ms to 30s");
    }
  }

  /**
   * Reads {@code OUTREACH_HTTP_HOST}, {@code OUTREACH_HTTP_PORT}, {@code OUTREACH_ADMIN_TOKEN},
   * {@code OUTREACH_WEBSITES_URL}, {@code OUTREACH_COMMAND_PATIENCE} and the settings of the inbox.
   *
   * @throws InvalidSetting where one is malformed, or the token is not set
   */
  public static ApiConfig of(Settings settings) {
    return new ApiConfig(
        settings.text("OUTREACH_HTTP_HOST", "127.0.0.1"),
        settings.integer("OUTREACH_HTTP_PORT", 8080, 0, 65535),
        settings
            .secret(TOKEN)
            .orElseThrow(() -> new InvalidSetting(TOKEN, "is not set: give the API a token")),
        settings.optionalText(WEBSITES).map(_ -> settings.address(WEBSITES, "")),
        settings.duration(PATIENCE, Duration.ofSeconds(2)),
        InboxSettings.of(settings));
  }
}
