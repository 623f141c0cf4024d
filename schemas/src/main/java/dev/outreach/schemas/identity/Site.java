package dev.outreach.schemas.identity;

import java.util.Map;
import java.util.Set;

/**
 * How a platform's web site spells the address of a person.
 *
 * @param hosts registrable domains of the site
 * @param prefixes path elements that come before the handle
 * @param numbered path elements after which the person is named by the number at the end
 * @param others path elements (or subdomains) that lead to something that is no person
 */
record Site(Set<String> hosts, Set<String> prefixes, Set<String> numbered, Set<String> others) {

  private static final Map<String, Site> ALL =
      Map.of(
          "linkedin",
          new Site(
              Set.of("linkedin.com"),
              Set.of("in", "company", "school", "showcase", "pub", "mwlite"),
              Set.of(),
              Set.of("sales", "feed", "posts", "jobs", "pulse", "search", "groups", "events")),
          "instagram",
          new Site(
              Set.of("instagram.com", "instagr.am"),
              Set.of("stories", "_u"),
              Set.of(),
              Set.of("p", "reel", "reels", "tv", "explore", "accounts", "direct", "share")),
          "tiktok",
          new Site(
              Set.of("tiktok.com"),
              Set.of(),
              Set.of(),
              Set.of("vm", "vt", "t", "tag", "music", "discover", "video", "search", "explore")),
          "facebook",
          new Site(
              Set.of("facebook.com", "fb.com", "fb.me", "messenger.com", "m.me"),
              Set.of("pg", "p", "t"),
              Set.of("people", "pages"),
              Set.of(
                  "groups",
                  "events",
                  "watch",
                  "story.php",
                  "photo",
                  "photo.php",
                  "permalink.php",
                  "sharer",
                  "sharer.php",
                  "share",
                  "hashtag",
                  "marketplace",
                  "reel",
                  "login",
                  "home.php")));

  /** The site of a platform named in lower case. */
  static Site of(String platform) {
    Site site = ALL.get(platform);
    if (site == null) {
      throw new IllegalArgumentException(
          "platform is unknown: use linkedin, instagram, tiktok or facebook");
    }
    return site;
  }

  /** The platforms' names, in lower case. */
  static Set<String> names() {
    return ALL.keySet();
  }

  boolean isHost(String text) {
    return hosts.stream().anyMatch(host -> text.equals(host) || text.endsWith("." + host));
  }
}
