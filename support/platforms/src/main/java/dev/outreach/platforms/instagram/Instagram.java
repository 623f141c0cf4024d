package dev.outreach.platforms.instagram;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Capabilities;
import dev.outreach.platforms.Capability;
import dev.outreach.platforms.Conversations;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.EngagementScore;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Webhook;
import dev.outreach.platforms.meta.MetaGraph;
import dev.outreach.platforms.meta.MetaInbox;
import dev.outreach.platforms.quota.AccountQuotas;
import dev.outreach.platforms.transport.Reach;
import java.time.Duration;
import java.util.Optional;

/** Everything about one Instagram account. Thread-safe. */
public final class Instagram {

  private final Discovery discovery;
  private final Messaging messaging;
  private final Webhook webhook;
  private final Conversations conversations;

  public Instagram(InstagramSettings settings, AccessTokens accessTokens, Reach reach) {
    MetaGraph graph =
        new MetaGraph(Platform.INSTAGRAM, settings.graph(), accessTokens, reach.transport());
    AccountQuotas quotas = reach.quotasOf(Platform.INSTAGRAM, settings.accountId());
    this.discovery =
        new InstagramDiscovery(
            graph,
            settings,
            new ProfileReader(new EngagementScore(settings.benchmarks()), reach.clock()),
            quotas);
    this.messaging = new InstagramMessaging(graph, settings);
    this.webhook = new InstagramWebhook(graph, settings.webhook());
    this.conversations = new MetaInbox(graph, settings.accountId(), "instagram");
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

  /**
   * What Instagram's API offers a business, see developers.facebook.com/docs/instagram-platform.
   */
  public static Capabilities capabilities() {
    return new Capabilities(
        Platform.INSTAGRAM,
        new Capability.Offered(
            "Hashtags only, 30 different ones in seven days per account, with Instagram Public Content Access. Hashtag"
                + " media name no author: handles come from @mentions in their captions."),
        new Capability.Offered(
            "Business and creator accounts by username; personal accounts are never shown."),
        new Capability.NotOffered(
            "Instagram lets a business only answer people who wrote first.",
            "Send the first message by hand from the Instagram app and mark it as sent."),
        new Capability.Offered("Within 24 hours of the person's last message."),
        new Capability.NotOffered(
            "A follow-up to somebody who did not answer is always outside the 24-hour window.",
            "Send it by hand from the Instagram app and mark it as sent."),
        new Capability.Offered("The app must be live and subscribed to messages."),
        new Capability.Offered("The 20 newest messages of each conversation."),
        Optional.of(Duration.ofHours(24)));
  }
}
