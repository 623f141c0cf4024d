package dev.outreach.platforms.instagram;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code @handles} in a caption. Usernames have at most 30 letters, digits, dots and
 * underscores and do not end with a dot; what follows a letter or digit is an e-mail address and no
 * mention.
 */
final class Mentions {

  private static final Pattern MENTION =
      Pattern.compile("(?<![\\w.])@([A-Za-z0-9_.]{1,30})(?![A-Za-z0-9_])");

  private Mentions() {}

  static Set<String> in(String caption) {
    Set<String> handles = new LinkedHashSet<>();
    Matcher matcher = MENTION.matcher(caption);
    while (matcher.find()) {
      String handle = matcher.group(1).replaceAll("\\.+$", "").toLowerCase(Locale.ROOT);
      if (!handle.isEmpty()) {
        handles.add(handle);
      }
    }
    return handles;
  }
}
