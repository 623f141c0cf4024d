package dev.outreach.benchmarks.harness;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.instagram.Instagram;
import dev.outreach.platforms.instagram.InstagramSettings;
import dev.outreach.platforms.meta.MetaSettings;
import dev.outreach.platforms.meta.MetaWebhookSettings;
import dev.outreach.platforms.tiktok.TikTok;
import dev.outreach.platforms.tiktok.TikTokSettings;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Reach;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** The product's own adapters, led to the simulators and their accounts. */
public final class SandboxAdapters {

  private SandboxAdapters() {}

  /** Instagram's, for the sandbox's first account. */
  public static Messaging instagram(URI address, HttpTransport transport, Clock clock) {
    var account = dev.outreach.sandbox.instagram.InstagramSettings.defaults().accounts().getFirst();
    Secret unused = new Secret("not-used-here");
    return new Instagram(
            InstagramSettings.usual(
                MetaSettings.at(address),
                account.id(),
                new MetaWebhookSettings(List.of(unused), unused)),
            AccessTokens.fixed(new Secret(account.token())),
            new Reach(transport, clock))
        .messaging();
  }

  /** TikTok's, for the sandbox's business account. */
  public static Messaging tikTok(URI address, HttpTransport transport, Clock clock) {
    var account = dev.outreach.sandbox.tiktok.TikTokSettings.defaults();
    return new TikTok(
            TikTokSettings.usual(
                address,
                account.businessId(),
                account.marketplaceId(),
                List.of(new Secret("not-used-here"))),
            AccessTokens.fixed(new Secret(account.token())),
            new Reach(transport, clock))
        .messaging();
  }
}
