package dev.outreach.benchmarks.faults;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.instagram.Instagram;
import dev.outreach.platforms.instagram.InstagramSettings;
import dev.outreach.platforms.meta.MetaSettings;
import dev.outreach.platforms.meta.MetaWebhookSettings;
import dev.outreach.platforms.tiktok.TikTok;
import dev.outreach.platforms.tiktok.TikTokSettings;
import dev.outreach.platforms.transport.HttpTimeouts;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.runtime.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The product's own adapters, led to the simulators. Both senders use them. Thread-safe. */
final class Adapters implements AutoCloseable {

  static final String KEYED = "PROOF_KEYED_URL";
  static final String TIKTOK = "PROOF_TIKTOK_URL";
  static final String INSTAGRAM = "PROOF_INSTAGRAM_URL";

  /** Shorter than the platforms' silence. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpTransport transport = new HttpTransport(new HttpTimeouts(PATIENCE, PATIENCE));
  private final Messaging queryable;
  private final Messaging blind;
  private final Messaging keyed;

  Adapters(Settings settings, Clock clock) {
    this.queryable = instagram(address(settings, INSTAGRAM), clock);
    this.blind = new BlindMessaging(tikTok(address(settings, TIKTOK), clock));
    this.keyed = new KeyedMessaging(address(settings, KEYED), transport);
  }

  Messaging of(Way way) {
    return switch (way) {
      case QUERYABLE -> queryable;
      case BLIND -> blind;
      case KEYED -> keyed;
    };
  }

  private static URI address(Settings settings, String key) {
    return settings.address(key, "http://127.0.0.1:1");
  }

  private Messaging instagram(URI address, Clock clock) {
    var account = dev.outreach.sandbox.instagram.InstagramSettings.defaults().accounts().getFirst();
    Secret unused = new Secret("not-used-here");
    return new Instagram(
            InstagramSettings.usual(
                MetaSettings.at(address),
                account.id(),
                new MetaWebhookSettings(List.of(unused), unused)),
            AccessTokens.fixed(new Secret(account.token())),
            transport,
            clock)
        .messaging();
  }

  private Messaging tikTok(URI address, Clock clock) {
    var account = dev.outreach.sandbox.tiktok.TikTokSettings.defaults();
    return new TikTok(
            TikTokSettings.usual(
                address,
                account.businessId(),
                account.marketplaceId(),
                new Secret("not-used-here")),
            AccessTokens.fixed(new Secret(account.token())),
            transport,
            clock)
        .messaging();
  }

  @Override
  public void close() {
    transport.close();
  }
}
