package dev.outreach.platforms.instagram;

import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.contract.DiscoveryContract;
import dev.outreach.platforms.transport.HttpTransport;
import java.net.URI;
import java.util.List;

class InstagramContractIT extends DiscoveryContract {

  @Override
  protected Discovery discoveryAt(URI base, HttpTransport transport) {
    return InstagramFixture.adapter(base, sandbox()).discovery();
  }

  @Override
  protected String platform() {
    return "instagram";
  }

  @Override
  protected boolean tellsWebsites() {
    return true;
  }

  @Override
  protected SearchCriteria criteria() {
    return new SearchCriteria(List.of(), List.of(), List.of("coffee", "yoga"));
  }
}
