package dev.outreach.platforms.tiktok;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Capabilities;
import dev.outreach.platforms.Capability;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.EngagementScore;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.transport.Reach;

/** Finding people with TikTok's Research API, for those whom TikTok has approved. */
public final class TikTokResearch {

  private TikTokResearch() {}

  /** Discovery by one research project. */
  public static Discovery discovery(ResearchSettings settings, AccessTokens tokens, Reach reach) {
    return new ResearchDiscovery(
        new ResearchApi(settings.baseUri(), tokens, reach.transport()),
        settings,
        new ResearchReader(new EngagementScore(settings.benchmarks()), reach.clock()),
        reach.quotasOf(Platform.TIKTOK, settings.client()),
        reach.clock());
  }

  /** What TikTok offers a business that is approved for research as well. */
  public static Capabilities capabilities() {
    Capabilities business = TikTok.capabilities();
    return new Capabilities(
        business.platform(),
        new Capability.Offered(
            "Authors of videos of the last thirty days by keyword, hashtag and country, through the Research API."),
        new Capability.Offered("Any public account by handle, through the Research API."),
        business.firstMessage(),
        business.reply(),
        business.scheduledFollowUp(),
        business.inboundWebhook(),
        business.conversations(),
        business.replyWindow());
  }
}
