package dev.outreach.sending.domain;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The domain a website lies in. Pure. */
public final class Domains {

  private Domains() {}

  /** The host of an address, in lower case and without {@code www.}; empty where it has none. */
  public static Optional<String> ofWebsite(String website) {
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
}
