package dev.outreach.schemas.identity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one spelling of a handle: lower case, without {@code @}, address, query or trailing slash.
 * {@code https://www.Instagram.com/Some.One/?igsh=x}, {@code @Some.One} and {@code some.one} are
 * one person. Stateless and thread-safe.
 */
public final class Handle {

  private static final int LONGEST = 150;
  private static final Pattern ADDRESS =
      Pattern.compile("^(?:https?://)?(?:[a-z0-9-]+\\.)*([a-z0-9-]+\\.[a-z]{2,})/(.*)$");
  private static final Pattern LEGAL = Pattern.compile("[\\p{L}\\p{N}._\\-:]+");
  private static final Map<String, List<String>> HOSTS =
      Map.of(
          "linkedin", List.of("linkedin.com", "lnkd.in"),
          "instagram", List.of("instagram.com", "instagr.am"),
          "tiktok", List.of("tiktok.com"),
          "facebook", List.of("facebook.com", "fb.com", "fb.me", "messenger.com"));

  /** Path elements that come before the handle, not instead of it. */
  private static final List<String> PREFIXES = List.of("in", "company", "school", "pub", "pg", "p");

  private static final Pattern NUMERIC_PROFILE = Pattern.compile("(?:^|[?&])id=(\\d+)");

  private Handle() {}

  /**
   * The canonical spelling.
   *
   * @param platform linkedin, instagram, tiktok or facebook, in any case
   * @param text a handle, with or without {@code @}, or the address of a profile
   * @throws IllegalArgumentException with a message that says what is wrong, never what was given
   */
  public static String canonical(String platform, String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    if (trimmed.isEmpty()) {
      throw new IllegalArgumentException("handle is empty: give a handle or a profile address");
    }
    String bare = withoutAt(fromAddress(platformName(platform), trimmed));
    if (bare.isEmpty()) {
      throw new IllegalArgumentException("handle is missing in the address: end it with one");
    }
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
    if (!HOSTS.containsKey(name)) {
      throw new IllegalArgumentException(
          "platform is unknown: use linkedin, instagram, tiktok or facebook");
    }
    return name;
  }

  private static String fromAddress(String platform, String text) {
    Matcher address = ADDRESS.matcher(text);
    if (!address.matches()) {
      return text;
    }
    if (!HOSTS.getOrDefault(platform, List.of()).contains(address.group(1))) {
      throw new IllegalArgumentException("handle is an address of another site than " + platform);
    }
    return handleInPath(address.group(2));
  }

  private static String handleInPath(String path) {
    if (path.startsWith("profile.php")) {
      Matcher numeric = NUMERIC_PROFILE.matcher(path.substring("profile.php".length()));
      return numeric.find() ? numeric.group(1) : "";
    }
    String clean = path.replaceFirst("[?#].*$", "");
    for (String element : clean.split("/", -1)) {
      if (!element.isEmpty() && !PREFIXES.contains(element)) {
        return URLDecoder.decode(element, StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private static String withoutAt(String text) {
    return text.startsWith("@") ? text.substring(1) : text;
  }
}
