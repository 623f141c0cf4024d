package dev.outreach.platforms.linkedin;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Capabilities;
import dev.outreach.platforms.Capability;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Webhook;
import dev.outreach.platforms.transport.Reach;
import java.util.Optional;

/** Everything about one LinkedIn app and its member. Thread-safe. */
public final class LinkedIn {

  private final Discovery discovery;
  private final Messaging messaging;
  private final Webhook webhook;

  public LinkedIn(LinkedInSettings settings, AccessTokens accessTokens, Reach reach) {
    LinkedInApi api =
        new LinkedInApi(
            settings, accessTokens, reach.transport(), new LinkedInErrors(reach.clock()));
    this.discovery =
        new LinkedInDiscovery(
            api,
            settings,
            new OrganizationReader(reach.clock()),
            reach.quotasOf(Platform.LINKEDIN, settings.memberId()));
    this.messaging = new LinkedInMessaging(api, settings);
    this.webhook = new LinkedInWebhook(settings);
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

  /** What LinkedIn's partner interfaces offer, see learn.microsoft.com/en-us/linkedin. */
  public static Capabilities capabilities() {
    return new Capabilities(
        Platform.LINKEDIN,
        new Capability.Offered(
            "Organisations only: each keyword is tried as a company's vanity name, or searched where LinkedIn granted the"
                + " partners' company search. People are never shown; import a list of them instead."),
        new Capability.Offered(
            "Organisations by vanity name, with the Community Management product."),
        new Capability.NotOffered(
            "LinkedIn's Messages API is for approved partners, reaches first-degree connections only, and forbids"
                + " automation.",
            "Send the first message by hand from LinkedIn and mark it as sent."),
        new Capability.Offered(
            "Approved partners only, to first-degree connections or existing conversations, each message by a person's"
                + " click at that moment."),
        new Capability.NotOffered(
            "A schedule is expressly no member action.",
            "Approve the follow-up when it is due; a person's click sends it, or it is sent by hand."),
        new Capability.NotOffered(
            "No webhook tells of messages, only of likes and comments on our own pages.",
            "Record a reply by hand."),
        new Capability.NotOffered(
            "LinkedIn lists no conversations; its compliance events are for the archives of regulated firms only.",
            "Record a reply by hand."),
        Optional.empty());
  }
}
