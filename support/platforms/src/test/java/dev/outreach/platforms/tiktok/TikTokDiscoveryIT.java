package dev.outreach.platforms.tiktok;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.contract.DiscoveryContract;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Reach;
import java.net.URI;
import java.util.List;

class TikTokDiscoveryIT extends DiscoveryContract {

  @Override
  protected Discovery discoveryAt(URI base, HttpTransport transport) {
    return new TikTok(
            TikTokSettings.usual(
                base, "tt-business-7001", "tto-9001", List.of(new Secret("secret"))),
            AccessTokens.fixed(new Secret("tt-sandbox-token")),
            new Reach(transport, sandbox().clock()))
        .discovery();
  }

  @Override
  protected String platform() {
    return "tiktok";
  }

  @Override
  protected SearchCriteria criteria() {
    return new SearchCriteria(List.of("yoga"), List.of("DE", "US"), List.of("coffee"));
  }
}
