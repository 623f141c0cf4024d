package dev.outreach.schemas.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one spelling of a handle: lower case, without {@code @}, address, query or trailing slash.
 * {@code https://www.Instagram.com/Some.One/?igsh=x}, {@code @Some.One} and {@code some.one} are
 * one person. Stateless and thread-safe.
 */
public final class Handle {

  private static final int LONGEST = 150;
  private static final Pattern LEGAL =
      Pattern.compile("[._\\-:]*[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._\\-:]*");

  private Handle() {}

  /**
   * The canonical spelling.
   *
   * @param platform linkedin, instagram, tiktok or facebook, in any case
   * @param text a handle, with or without {@code @}, or the address of a profile
   * @throws IllegalArgumentException with a message that says what is wrong, never what was given
   */
  public static String canonical(String platform, String text) {
    String trimmed = lowered(text.strip());
    if (trimmed.isEmpty()) {
      throw new IllegalArgumentException("handle is empty: give a handle or a profile address");
    }
    String bare = withoutAt(lowered(fromAddress(platformName(platform), trimmed)));
    if (bare.length() > LONGEST) {
      throw new IllegalArgumentException("handle is longer than " + LONGEST + " characters");
    }
    if (!LEGAL.matcher(bare).matches()) {
      throw new IllegalArgumentException(
          "handle has characters no handle can have: use letters, digits, dot, dash, underscore");
    }
    return bare;
  }

  /**
   * The platform's name as it appears in ids.
   *
   * @throws IllegalArgumentException where it is none of the four
   */
  public static String platformName(String platform) {
    String name = platform.strip().toLowerCase(Locale.ROOT);
    Site.of(name);
    return name;
  }

  /** The platform whose site the text is an address of; empty for a bare handle or another site. */
  public static Optional<String> platformOfAddress(String text) {
    String address = lowered(text.strip());
    return Site.names().stream()
        .filter(platform -> ProfileAddress.leadsTo(address, Site.of(platform)))
        .findFirst();
  }

  private static String fromAddress(String platform, String text) {
    Site site = Site.of(platform);
    return ProfileAddress.looksLikeOne(text, site)
        ? ProfileAddress.parse(text).handle(platform, site)
        : text;
  }

  /** Lower case and composed characters, so that two encodings of one name are one name. */
  private static String lowered(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  private static String withoutAt(String text) {
    return text.startsWith("@") ? text.substring(1) : text;
  }
}
