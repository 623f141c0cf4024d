package dev.outreach.schemas.identity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The address of a web page, in lower case, split into what matters for finding a handle. */
record ProfileAddress(String subdomains, String domain, List<String> path, String query) {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://)?((?:[a-z0-9-]+\\.)*)([a-z0-9-]+\\.[a-z]{2,})(?::\\d+)?(/[^?#]*)?(\\?[^#]*)?(#.*)?");
  private static final Pattern NUMERIC_ID = Pattern.compile("[?&]id=(\\d+)");
  private static final Pattern NUMBER_AT_END = Pattern.compile("(?:.*-)?(\\d{5,})");

  /** Whether the text can only be meant as an address: a handle has no slash. */
  static boolean looksLikeOne(String text, Site site) {
    return text.indexOf('/') >= 0 || text.indexOf('?') >= 0 || site.isHost(text);
  }

  static boolean leadsTo(String text, Site site) {
    Matcher address = ADDRESS.matcher(text);
    return address.matches() && site.hosts().contains(address.group(2));
  }

  static ProfileAddress parse(String text) {
    Matcher address = ADDRESS.matcher(text);
    if (!address.matches()) {
      throw new IllegalArgumentException(
          "handle is neither a handle nor a profile address: give one of the two");
    }
    String path = address.group(3) == null ? "" : address.group(3);
    String query = address.group(4) == null ? "" : address.group(4);
    List<String> elements =
        Stream.of(path.split("/", -1)).filter(element -> !element.isEmpty()).toList();
    return new ProfileAddress(address.group(1), address.group(2), elements, query);
  }

  String handle(String platform, Site site) {
    if (!site.hosts().contains(domain)) {
      throw new IllegalArgumentException("handle is an address of another site than " + platform);
    }
    List<String> rest = path.stream().dropWhile(site.prefixes()::contains).toList();
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("handle is missing in the address: end it with one");
    }
    String first = rest.getFirst();
    if (first.equals("profile.php")) {
      return numberIn(NUMERIC_ID.matcher(query).results().map(found -> found.group(1)));
    }
    if (site.numbered().contains(first)) {
      return numberIn(rest.reversed().stream().map(NUMBER_AT_END::matcher).flatMap(this::number));
    }
    if (site.others().contains(first)
        || Stream.of(subdomains.split("\\.")).anyMatch(site.others()::contains)) {
      throw new IllegalArgumentException(
          "handle is an address of something else than a profile: give the profile's address");
    }
    return decoded(first);
  }

  private Stream<String> number(Matcher matcher) {
    return matcher.matches() ? Stream.of(matcher.group(1)) : Stream.empty();
  }

  private static String numberIn(Stream<String> candidates) {
    return candidates
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "handle is missing in the address: it names no profile number"));
  }

  private static String decoded(String element) {
    try {
      return URLDecoder.decode(element.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      // The decoder's own message quotes the input, which is personal.
      throw new IllegalArgumentException("handle is an address with a broken % sequence");
    }
  }
}
