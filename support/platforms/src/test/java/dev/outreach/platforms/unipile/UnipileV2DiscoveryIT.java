package dev.outreach.platforms.unipile;

import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.contract.DiscoveryContract;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.unipile.UnipileSettings.Version;
import java.net.URI;
import java.util.List;

class UnipileV2DiscoveryIT extends DiscoveryContract {

  @Override
  protected Discovery discoveryAt(URI base, HttpTransport transport) {
    return UnipileFixture.adapter(
            UnipileFixture.settings(base, Version.V2, Platform.LINKEDIN), transport, sandbox())
        .discovery();
  }

  @Override
  protected String platform() {
    return "unipile";
  }

  @Override
  protected SearchCriteria criteria() {
    return new SearchCriteria(List.of("yoga"), List.of("Berlin"), List.of("coffee"));
  }
}
