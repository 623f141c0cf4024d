package dev.outreach.api;

import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.EnrichedBatch;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.SearchPage;
import dev.outreach.platforms.connected.ConnectedPlatforms;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A platform nobody may call: the door only judges and estimates. */
final class SilentPlatform implements Discovery {

  static Map<Platform, Searchable> everywhere() {
    Map<Platform, Searchable> searchables = new EnumMap<>(Platform.class);
    ConnectedPlatforms.offers()
        .forEach(
            (platform, offer) ->
                searchables.put(
                    platform, new Searchable(offer, Optional.of(new SilentPlatform()), List.of())));
    return searchables;
  }

  @Override
  public SearchPage search(SearchCriteria criteria, Optional<String> cursor) {
    throw new AssertionError("a search was made");
  }

  @Override
  public EnrichedBatch enrich(List<String> handles) {
    throw new AssertionError("a lookup was made");
  }
}
