package dev.outreach.platforms.tiktok;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Capabilities;
import dev.outreach.platforms.Capability;
import dev.outreach.platforms.Conversations;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.EngagementScore;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Webhook;
import dev.outreach.platforms.transport.Reach;
import java.time.Duration;
import java.util.Optional;

/** Everything about one TikTok business account. Thread-safe. */
public final class TikTok {

  private final Discovery discovery;
  private final Messaging messaging;
  private final Webhook webhook;
  private final Conversations conversations;

  public TikTok(TikTokSettings settings, AccessTokens accessTokens, Reach reach) {
    TikTokApi api = new TikTokApi(settings, accessTokens, reach.transport());
    this.discovery =
        new TikTokDiscovery(
            api,
            settings,
            new CreatorReader(new EngagementScore(settings.benchmarks()), reach.clock()),
            reach.quotasOf(Platform.TIKTOK, settings.businessId()));
    this.messaging = new TikTokMessaging(api, settings);
    this.webhook = new TikTokWebhook(settings, reach.clock());
    this.conversations = new TikTokInbox(api, settings.businessId());
  }

  public Discovery discovery() {
    return discovery;
  }

  public Messaging messaging() {
    return messaging;
  }

  public Conversations conversations() {
    return conversations;
  }

  public Webhook webhook() {
    return webhook;
  }

  /** What TikTok's API offers a business, see business-api.tiktok.com. */
  public static Capabilities capabilities() {
    return new Capabilities(
        Platform.TIKTOK,
        new Capability.Offered(
            "Creators of the TikTok One marketplace by keyword within one country; TikTok's Research API is closed to"
                + " businesses."),
        new Capability.Offered("Marketplace creators by handle."),
        new Capability.NotOffered(
            "TikTok lets a business only answer people who wrote first.",
            "Send the first message by hand from TikTok, or invite the creator to a campaign, and mark it as sent."),
        new Capability.Offered(
            "Within 48 hours of the person's last message, ten messages at most; not for accounts in the European Economic"
                + " Area, Switzerland or the United Kingdom."),
        new Capability.NotOffered(
            "A follow-up to somebody who did not answer is outside the window.",
            "Send it by hand from TikTok and mark it as sent."),
        new Capability.Offered("Set the callback address once for direct messages."),
        new Capability.Offered("With the permission message.list.read."),
        Optional.of(Duration.ofDays(2)));
  }
}
