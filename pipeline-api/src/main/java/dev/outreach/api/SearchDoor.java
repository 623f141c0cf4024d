package dev.outreach.api;

import dev.outreach.api.http.Problem;
import dev.outreach.platforms.Capability;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Platform;
import java.util.Locale;
import java.util.Map;

/** Lets through what a platform offers and this installation is connected to. Thread-safe. */
final class SearchDoor {

  private final Map<Platform, Searchable> platforms;

  SearchDoor(Map<Platform, Searchable> platforms) {
    this.platforms = platforms;
  }

  /**
   * The way to people of a platform.
   *
   * @param searches whether handles are to be found, not only looked up
   * @throws dev.outreach.api.http.ProblemException where there is no such way; it says which one
   *     works instead
   */
  Discovery open(Platform platform, boolean searches) {
    Searchable searchable = platforms.get(platform);
    if (searchable == null) {
      throw notOffered("This installation has no adapter of it.", importing(platform));
    }
    Capability needed = searches ? searchable.offer().search() : searchable.offer().enrich();
    return switch (needed) {
      case Capability.NotOffered(String reason, String wayThatWorks) ->
          throw notOffered(reason, wayThatWorks);
      case Capability.Offered _ ->
          searchable.discovery().orElseThrow(() -> notConnected(platform, searchable).thrown());
    };
  }

  private static RuntimeException notOffered(String reason, String wayThatWorks) {
    return Problem.conflict("NOT_OFFERED", reason + " What works: " + wayThatWorks).thrown();
  }

  private static Problem notConnected(Platform platform, Searchable searchable) {
    return Problem.conflict(
        "NOT_CONNECTED",
        "%s is not connected: set %s and start again, or %s"
            .formatted(
                word(platform), String.join(", ", searchable.settings()), importing(platform)));
  }

  private static String importing(Platform platform) {
    return "import a list of its people: ./outreach import people.csv --platform " + word(platform);
  }

  private static String word(Platform platform) {
    return platform.name().toLowerCase(Locale.ROOT);
  }
}
