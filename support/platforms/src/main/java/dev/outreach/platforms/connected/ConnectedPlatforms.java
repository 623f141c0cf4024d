package dev.outreach.platforms.connected;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.instagram.Instagram;
import dev.outreach.platforms.instagram.InstagramSettings;
import dev.outreach.platforms.meta.MetaSettings;
import dev.outreach.platforms.meta.MetaWebhookSettings;
import dev.outreach.platforms.transport.HttpTimeouts;
import dev.outreach.platforms.transport.HttpTransport;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The platforms an operator has entered credentials for, each ready to use. The same settings serve
 * discovery, sending and webhooks. Thread-safe; close it when no call is under way any more.
 */
public final class ConnectedPlatforms implements AutoCloseable {

  private static final String TOKEN = "OUTREACH_INSTAGRAM_TOKEN";
  private static final String ACCOUNT = "OUTREACH_INSTAGRAM_ACCOUNT_ID";
  private static final String BASE_URL = "OUTREACH_INSTAGRAM_BASE_URL";
  private static final String VERSION = "OUTREACH_INSTAGRAM_GRAPH_VERSION";
  private static final String APP_SECRET = "OUTREACH_INSTAGRAM_APP_SECRET";
  private static final String VERIFY_TOKEN = "OUTREACH_INSTAGRAM_VERIFY_TOKEN";

  private final HttpTransport transport;
  private final Optional<Instagram> instagram;

  private ConnectedPlatforms(HttpTransport transport, Optional<Instagram> instagram) {
    this.transport = transport;
    this.instagram = instagram;
  }

  /**
   * Connects what is configured.
   *
   * @param setting gives the value of a key, where it is set
   * @throws IllegalArgumentException where credentials are incomplete; the message begins with the
   *     key and says what to enter
   */
  public static ConnectedPlatforms of(Function<String, Optional<String>> setting, Clock clock) {
    Optional<String> token = setting.apply(TOKEN);
    Optional<InstagramSettings> settings = token.map(_ -> instagramSettings(setting));
    HttpTransport transport = new HttpTransport(HttpTimeouts.usual());
    return new ConnectedPlatforms(
        transport,
        token.flatMap(
            text ->
                settings.map(
                    known ->
                        new Instagram(
                            known, AccessTokens.fixed(new Secret(text)), transport, clock))));
  }

  /** Instagram, where {@code OUTREACH_INSTAGRAM_TOKEN} is set. */
  public Optional<Instagram> instagram() {
    return instagram;
  }

  @Override
  public void close() {
    transport.close();
  }

  private static InstagramSettings instagramSettings(Function<String, Optional<String>> setting) {
    URI base = URI.create(setting.apply(BASE_URL).orElse("https://graph.facebook.com"));
    return InstagramSettings.usual(
        new MetaSettings(base, setting.apply(VERSION).orElse("v26.0"), Optional.empty()),
        required(setting, ACCOUNT, "the IG user id, for example 17841405309211844"),
        new MetaWebhookSettings(
            secrets(required(setting, APP_SECRET, "the app secret, or two separated by a comma")),
            new Secret(
                required(setting, VERIFY_TOKEN, "the text entered in the app's webhook form"))));
  }

  private static List<Secret> secrets(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).map(Secret::new).toList();
  }

  private static String required(
      Function<String, Optional<String>> setting, String key, String what) {
    return setting
        .apply(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    key + " is missing beside " + TOKEN + ": enter " + what));
  }
}
