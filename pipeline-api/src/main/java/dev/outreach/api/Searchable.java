package dev.outreach.api;

import dev.outreach.platforms.Capabilities;
import dev.outreach.platforms.Discovery;
import java.util.List;
import java.util.Optional;

/**
 * A platform as this installation can search it.
 *
 * @param offer what the platform offers
 * @param discovery empty while it is not connected; asked for estimates only
 * @param settings the names of those that connect it
 */
public record Searchable(Capabilities offer, Optional<Discovery> discovery, List<String> settings) {

  public Searchable {
    settings = List.copyOf(settings);
  }
}
