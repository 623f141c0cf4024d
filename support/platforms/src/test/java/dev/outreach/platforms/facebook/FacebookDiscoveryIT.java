package dev.outreach.platforms.facebook;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.contract.DiscoveryContract;
import dev.outreach.platforms.meta.MetaSettings;
import dev.outreach.platforms.meta.MetaWebhookSettings;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Reach;
import java.net.URI;
import java.util.List;

class FacebookDiscoveryIT extends DiscoveryContract {

  @Override
  protected Discovery discoveryAt(URI base, HttpTransport transport) {
    return new Facebook(
            FacebookSettings.usual(
                MetaSettings.at(base),
                "309968765748101",
                new MetaWebhookSettings(List.of(new Secret("secret")), new Secret("verify-me"))),
            AccessTokens.fixed(new Secret("fb-sandbox-token")),
            new Reach(transport, sandbox().clock()))
        .discovery();
  }

  @Override
  protected String platform() {
    return "facebook";
  }

  @Override
  protected boolean tellsWebsites() {
    return true;
  }

  @Override
  protected SearchCriteria criteria() {
    return new SearchCriteria(List.of("yoga"), List.of(), List.of("coffee"));
  }
}
