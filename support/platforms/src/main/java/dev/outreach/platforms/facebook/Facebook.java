package dev.outreach.platforms.facebook;

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

/** Everything about one Facebook Page. Thread-safe. */
public final class Facebook {

  private final Discovery discovery;
  private final Messaging messaging;
  private final Webhook webhook;
  private final Conversations conversations;

  public Facebook(FacebookSettings settings, AccessTokens accessTokens, Reach reach) {
    MetaGraph graph =
        new MetaGraph(Platform.FACEBOOK, settings.graph(), accessTokens, reach.transport());
    AccountQuotas quotas = reach.quotasOf(Platform.FACEBOOK, settings.pageId());
    this.discovery =
        new FacebookDiscovery(
            graph.charged(quotas.call()),
            new PageReader(new EngagementScore(settings.benchmarks()), reach.clock()));
    this.messaging = new FacebookMessaging(graph, settings);
    this.webhook = new FacebookWebhook(settings.webhook());
    this.conversations = new MetaInbox(graph, settings.pageId(), "messenger");
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

  /** What Facebook's API offers a Page, see developers.facebook.com/docs/messenger-platform. */
  public static Capabilities capabilities() {
    return new Capabilities(
        Platform.FACEBOOK,
        new Capability.Offered(
            "Pages by name, with Page Public Metadata or Content Access; people are never shown."),
        new Capability.Offered("Pages by id or username."),
        new Capability.NotOffered(
            "Messenger lets a Page only answer people who wrote first.",
            "Send the first message by hand from Facebook and mark it as sent."),
        new Capability.Offered(
            "Within 24 hours of the person's last message; seven days with the approved Human Agent feature, written by a"
                + " person and without promotion."),
        new Capability.NotOffered(
            "A follow-up to somebody who did not answer is outside the 24-hour window.",
            "Send it by hand from Facebook and mark it as sent."),
        new Capability.Offered("The app must be live and the Page subscribed to messages."),
        new Capability.Offered("The 20 newest messages of each conversation."),
        Optional.of(Duration.ofDays(1)));
  }
}
