package dev.outreach.schemas.identity;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The domain a website lies in. Stateless and thread-safe. */
public final class WebsiteDomain {

  private WebsiteDomain() {}

  /** The host of an address, in lower case and without {@code www.}; empty where it has none. */
  public static Optional<String> of(String website) {
    String address = website.strip();
    try {
      URI parsed = URI.create(address.contains("://") ? address : "https://" + address);
      return Optional.ofNullable(parsed.getHost())
          .map(host -> host.toLowerCase(Locale.ROOT))
          .map(host -> host.startsWith("www.") ? host.substring("www.".length()) : host)
          .filter(host -> host.contains("."));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // people write all sorts of things where a website is asked for
    }
  }

  /** The domain and every domain it lies in: a.b.c gives a.b.c, b.c and c. */
  public static List<String> withParents(String domain) {
    List<String> all = new ArrayList<>();
    String rest = domain;
    for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
      all.add(rest);
      rest = rest.substring(dot + 1);
    }
    all.add(rest);
    return List.copyOf(all);
  }
}
