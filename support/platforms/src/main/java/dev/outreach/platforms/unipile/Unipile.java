package dev.outreach.platforms.unipile;

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
import java.util.Optional;

/** Everything about one account that Unipile holds a session of. Thread-safe. */
public final class Unipile {

  private final Discovery discovery;
  private final Messaging messaging;
  private final Webhook webhook;
  private final Conversations conversations;

  public Unipile(UnipileSettings settings, AccessTokens keys, Reach reach) {
    Dialect dialect =
        switch (settings.version()) {
          case V1 -> new DialectV1(settings.accountId());
          case V2 -> new DialectV2(settings.accountId());
        };
    UnipileApi api = new UnipileApi(settings, keys, reach.transport());
    this.discovery =
        new UnipileDiscovery(
            api,
            dialect,
            new UnipileReader(
                settings.platform(), new EngagementScore(settings.benchmarks()), reach.clock()),
            new UnipileQuotas(
                reach.quotasOf(settings.platform(), "unipile:" + settings.accountId()),
                settings.daily()));
    this.messaging = new UnipileMessaging(api, dialect, settings);
    this.webhook = new UnipileWebhook(settings);
    this.conversations = new UnipileConversations(api, dialect, settings.accountId());
  }

  public Discovery discovery() {
    return discovery;
  }

  public Messaging messaging() {
    return messaging;
  }

  public Webhook webhook() {
    return webhook;
  }

  /** What was said in the session, for what no webhook told. */
  public Conversations conversations() {
    return conversations;
  }

  /** What the session of a person on a platform can do, see developer.unipile.com/docs. */
  public static Capabilities capabilities(Platform platform) {
    Capability risk =
        new Capability.Offered(
            "In the connected person's own session, which the platform's user agreement forbids: only after the risk was"
                + " accepted.");
    Capability search =
        platform == Platform.LINKEDIN
            ? risk
            : new Capability.NotOffered(
                "Unipile searches LinkedIn only.",
                "Search by hashtag through Instagram's own API, or import a list.");
    return new Capabilities(platform, search, risk, risk, risk, risk, risk, risk, Optional.empty());
  }
}
